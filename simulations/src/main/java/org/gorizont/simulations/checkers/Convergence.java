// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.membership.Visibility;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.World;

/**
 * What must be true some time after the last fault: the same members and decisions everywhere (P6, P7), by the stores and by
 * what replicas say; and every school holds the newest head, all entries and all bodies of every log that it should.
 *
 * <p>Where schools were removed, "everywhere" means all who count each other as members: those who are out have no claim to
 * know what came later. But nobody who is in may count somebody as a member who knows that it is none.
 */
public final class Convergence {
    private final World world;
    private final Truth truth;
    private final Folded folded;

    /** What a machine holds at one moment, and says of it. */
    private record View(Machine machine, Membership membership, List<ReplicaStatus.Circle> says, List<LogState> own) {}

    public Convergence(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
        this.folded = new Folded(world.honestVerifier());
    }

    /** The first thing that is not yet as it should be. */
    public Optional<String> missing() {
        for (Machine machine : world.machines()) {
            if (!machine.isOn()) {
                return Optional.of(machine.number() + " is off");
            }
        }
        Map<Integer, View> views = new TreeMap<>();
        Membership all = folded.ofOwners(world.machines());
        boolean removed = world.machines().stream().anyMatch(machine -> isRemoved(all, machine.id()));
        for (Machine machine : world.machines()) {
            View reader = view(views, machine);
            Set<CircleId> agreed = new TreeSet<>();
            for (Machine other : world.machines()) {
                View owner = view(views, other);
                Membership expected = removed ? owner.membership : all;
                Optional<String> missing =
                        members(reader, owner.machine, expected, agreed).or(() -> logs(reader, owner, expected));
                if (missing.isPresent()) {
                    return missing;
                }
                if (removed) {
                    agreed.clear();
                }
            }
        }
        return Optional.empty();
    }

    private View view(Map<Integer, View> views, Machine machine) {
        return views.computeIfAbsent(
                machine.number(),
                _ -> new View(
                        machine,
                        folded.of(machine),
                        machine.status().orElseThrow().circles(),
                        machine.store().logs().stream()
                                .filter(log -> log.log().school().equals(machine.id()))
                                .toList()));
    }

    /** @param agreed circles of which the reader is known to say what is expected */
    private static Optional<String> members(View view, Machine owner, Membership expected, Set<CircleId> agreed) {
        Machine reader = view.machine;
        Membership known = view.membership;
        for (CircleId circle : expected.circlesOf(owner.id())) {
            boolean both = known.isMember(circle, owner.id()) && expected.isMember(circle, reader.id());
            boolean one = reader == owner;
            if ((both || one) && agreed.add(circle) && !same(view, expected, circle)) {
                return Optional.of("node-" + reader.number() + " knows "
                        + known.members(circle).size() + " of "
                        + expected.members(circle).size() + " members of " + circle + " as node-"
                        + owner.number() + " does");
            }
        }
        for (CircleId circle : known.shared(reader.id(), owner.id())) {
            if (expected.isOut(circle, owner.id()) && !expected.isOut(circle, reader.id())) {
                return Optional.of("node-" + reader.number() + " does not know that node-" + owner.number()
                        + " is no member of " + circle);
            }
        }
        return Optional.empty();
    }

    private static boolean same(View reader, Membership expected, CircleId circle) {
        return reader.membership.members(circle).equals(expected.members(circle))
                && reader.membership.decided(circle).equals(expected.decided(circle))
                && reader.says.stream()
                        .filter(said -> said.id().equals(circle))
                        .anyMatch(said -> saysSo(said, expected));
    }

    private static boolean saysSo(ReplicaStatus.Circle said, Membership expected) {
        return said.members().equals(List.copyOf(expected.members(said.id())))
                && said.electorate()
                        .equals(List.copyOf(expected.electorate(said.id()).members()));
    }

    private Optional<String> logs(View view, View other, Membership expected) {
        Machine reader = view.machine;
        Machine owner = other.machine;
        boolean apart = view.membership.shared(reader.id(), owner.id()).isEmpty()
                || expected.shared(reader.id(), owner.id()).isEmpty();
        if (owner == reader || apart || truth.isRestored(owner.id())) {
            return Optional.empty();
        }
        for (LogState log : other.own) {
            if (Visibility.wanted(log.log(), reader.id(), expected) && !has(reader, log)) {
                return Optional.of("node-" + reader.number() + " lacks of node-" + owner.number() + " "
                        + log.log() + " up to " + log.held() + ", holds "
                        + reader.store().log(log.log()).map(LogState::held).orElse(0L));
            }
        }
        return Optional.empty();
    }

    private static boolean isRemoved(Membership membership, SchoolId school) {
        return membership.circles().stream().anyMatch(circle -> membership.isRemoved(circle, school));
    }

    private static boolean has(Machine reader, LogState owners) {
        Optional<SignedHead> held = reader.store().log(owners.log()).flatMap(LogState::head);
        return held.equals(owners.head())
                && reader.store().missingBodies(owners.log(), 0, 1).isEmpty();
    }
}
