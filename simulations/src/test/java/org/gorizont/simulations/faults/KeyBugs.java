// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Core;
import org.gorizont.simulations.world.Machine;

/** Programs that are wrong about what a change of keys seals. */
final class KeyBugs {
    private KeyBugs() {}

    /** What is held beyond a seal, or beside it, stays on the disk. */
    static Build neverCuts() {
        return Wrong.effects(effects -> Wrong.changes(effects, change -> !(change instanceof Change.LogCut)));
    }

    /** Once two versions of a log were proven, the disk says so for ever. */
    static Build staysForked() {
        return Wrong.effects(effects -> effects.stream()
                .map(effect -> effect instanceof Effect.Persist(List<Change> changes)
                        ? new Effect.Persist(
                                changes.stream().map(KeyBugs::forkedForEver).toList())
                        : effect)
                .toList());
    }

    private static Change forkedForEver(Change change) {
        boolean ended = change instanceof Change.LogAdvanced(LogState state)
                && state.log().incarnation() == 0
                && state.log().channel().equals(Channel.CONTROL)
                && state.held() > 4;
        if (!ended) {
            return change;
        }
        LogState state = ((Change.LogAdvanced) change).state();
        return new Change.LogAdvanced(new LogState(
                state.log(), state.range(), state.head(), state.witnessed(), Optional.of(4L), state.arrival()));
    }

    /** A change of keys leaves the longer logs out, and the replica does not look. */
    static Build sealsLess() {
        return new Build() {
            @Override
            public List<Seal> seals(List<Seal> held) {
                return held.stream().filter(seal -> seal.size() < 3).toList();
            }

            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> input instanceof Input.KeysChanged changed
                        ? taken(machine, changed)
                        : replica.handle(input, now);
            }
        };
    }

    private static List<Effect> taken(Machine machine, Input.KeysChanged input) {
        IdentityChain before = machine.chain();
        List<Signed<Link>> links = new ArrayList<>(before.links());
        links.add(input.link());
        IdentityChain after = new IdentityChain(before.school(), before.genesisBytes(), before.genesis(), links);
        return List.of(
                new Effect.Persist(List.of(new Change.ChainStored(after))),
                new Effect.Reply(input.request(), new Outcome.KeysChanged(after)));
    }

    /** Nobody is asked for a proof. */
    static Build neverAsksWhereVersionsPart() {
        return Wrong.effects(effects -> effects.stream()
                .filter(effect -> !(effect instanceof Effect.Send(var _, ProofRequest _)))
                .toList());
    }
}
