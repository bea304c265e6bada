// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.membership.Visibility;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.World;

/**
 * What must be true some time after the last fault: the same members everywhere (P6, P7), by the stores and by what
 * replicas say; and every school holds the newest head, all entries and all bodies of every log that it should.
 */
public final class Convergence {
    private final World world;
    private final Truth truth;

    public Convergence(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
    }

    /** The first thing that is not yet as it should be. */
    public Optional<String> missing() {
        Membership members = Folded.ofOwners(world.machines());
        for (Machine machine : world.machines()) {
            Optional<String> missing = missing(machine, members);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private Optional<String> missing(Machine machine, Membership members) {
        if (!machine.isOn()) {
            return Optional.of(machine.number() + " is off");
        }
        return members(machine, members).or(() -> logs(machine, members));
    }

    private static Optional<String> members(Machine machine, Membership members) {
        Membership folded = Folded.of(machine);
        List<ReplicaStatus.Circle> said = machine.status().orElseThrow().circles();
        for (CircleId circle : members.circlesOf(machine.id())) {
            boolean same = folded.members(circle).equals(members.members(circle));
            boolean saysSo = said.stream()
                    .filter(c -> c.id().equals(circle))
                    .anyMatch(c -> c.members().equals(List.copyOf(members.members(circle))));
            if (!same || !saysSo) {
                return Optional.of("node-" + machine.number() + " knows "
                        + folded.members(circle).size() + " of "
                        + members.members(circle).size() + " members of "
                        + circle + (same ? ", and its replica says otherwise" : ""));
            }
        }
        return Optional.empty();
    }

    private Optional<String> logs(Machine reader, Membership members) {
        for (Machine owner : world.machines()) {
            if (owner != reader && !truth.isRestored(owner.id())) {
                for (LogState log : owner.store().logs()) {
                    if (log.log().school().equals(owner.id())
                            && Visibility.wanted(log.log(), reader.id(), members)
                            && !has(reader, log)) {
                        return Optional.of("node-" + reader.number() + " lacks of node-" + owner.number() + " "
                                + log.log() + " up to " + log.held() + ", holds "
                                + reader.store()
                                        .log(log.log())
                                        .map(LogState::held)
                                        .orElse(0L));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(Machine reader, LogState owners) {
        Optional<SignedHead> held = reader.store().log(owners.log()).flatMap(LogState::head);
        return held.equals(owners.head())
                && reader.store().missingBodies(owners.log(), 0, 1).isEmpty();
    }
}
