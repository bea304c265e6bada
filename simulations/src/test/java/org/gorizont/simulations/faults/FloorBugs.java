// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Beginning;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;

/** Machines that are wrong about floors on purpose. */
final class FloorBugs {
    private FloorBugs() {}

    /** The floor is raised before what lives has been stated again. */
    static Build raisesTooEarly() {
        return Wrong.core((machine, replica) -> (input, now) -> replica.handle(input, now).stream()
                .map(effect -> effect instanceof Effect.Persist(List<Change> changes)
                        ? new Effect.Persist(bare(machine, changes))
                        : effect)
                .toList());
    }

    private static List<Change> bare(Machine machine, List<Change> changes) {
        return changes.stream()
                .filter(Change.FloorRaised.class::isInstance)
                .map(Change.FloorRaised.class::cast)
                .filter(raised -> raised.log().school().equals(machine.id()))
                .findFirst()
                .map(raised -> bare(machine, raised))
                .orElse(changes);
    }

    private static List<Change> bare(Machine machine, Change.FloorRaised raised) {
        LogId log = raised.log();
        LogState before = machine.store().log(log).orElseThrow();
        Head head = new Head(log, before.held(), before.range().root(), raised.to());
        Bytes exact = LogCodec.head(head);
        SignedHead signed =
                new SignedHead(head, exact, machine.signer(log.incarnation()).sign(SigningContext.HEAD, exact));
        LogState after = new LogState(
                log,
                before.range(),
                Optional.of(signed),
                Optional.empty(),
                Optional.empty(),
                before.arrival(),
                before.beginning().under(signed));
        return List.of(new Change.LogAdvanced(after), raised);
    }

    /** Everybody tells wrong ranges at the floor, and nobody computes the root from them. */
    static Build trustsTheRange() {
        return Wrong.core((machine, replica) -> (input, now) -> trusted(machine, input)
                .orElseGet(() -> replica.handle(input, now).stream()
                        .map(FloorBugs::lying)
                        .toList()));
    }

    private static Effect lying(Effect effect) {
        return effect instanceof Effect.Send(var link, Entries entries)
                        && !entries.base().isEmpty()
                ? new Effect.Send(link, withWrongBase(entries))
                : effect;
    }

    private static Entries withWrongBase(Entries entries) {
        List<Hash> wrong =
                Collections.nCopies(entries.base().size(), entries.head().root());
        return new Entries(
                entries.log(),
                entries.start(),
                entries.entries(),
                entries.head(),
                entries.proof(),
                wrong,
                entries.bridge());
    }

    private static Optional<List<Effect>> trusted(Machine machine, Input input) {
        if (!(input instanceof Input.FrameReceived(var _, Entries entries)
                && !entries.base().isEmpty()
                && entries.end() == entries.head().size()
                && machine.store().log(entries.log()).isEmpty())) {
            return Optional.empty();
        }
        CompactRange base = CompactRange.of(entries.start(), entries.base());
        CompactRange range =
                base.appendAll(entries.entries().stream().map(Entry::hash).toList());
        long arrival = machine.store().lastArrival() + 1;
        LogState state = new LogState(
                entries.log(),
                range,
                Optional.of(entries.head()),
                Optional.empty(),
                Optional.empty(),
                arrival,
                new Beginning(entries.start(), base));
        return Optional.of(List.of(new Effect.Persist(List.of(
                new Change.EntriesAdded(entries.log(), entries.start(), entries.entries()),
                new Change.LogAdvanced(state),
                new Change.ArrivalAdded(new Arrival(arrival, entries.log(), entries.start(), range.size()))))));
    }
}
