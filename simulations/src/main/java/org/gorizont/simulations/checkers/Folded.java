// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.List;
import java.util.function.Predicate;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Channel;
import org.gorizont.simulations.world.Machine;

/** Members of circles by what stores hold, without asking a replica. */
final class Folded {
    private Folded() {}

    /** By everything this machine holds. */
    static Membership of(Machine machine) {
        Membership membership = new Membership();
        add(membership, machine.store(), _ -> true);
        return membership;
    }

    /** By what each school holds of its own: the truth that all must come to. */
    static Membership ofOwners(List<Machine> machines) {
        Membership membership = new Membership();
        machines.forEach(machine ->
                add(membership, machine.store(), state -> state.log().school().equals(machine.id())));
        return membership;
    }

    private static void add(Membership membership, LogStore store, Predicate<LogState> which) {
        for (LogStore.CharterBytes charter : store.charters()) {
            try {
                membership.addCharter(charter.circle(), CircleCodec.charter(charter.bytes()));
            } catch (Malformed e) {
                throw new IllegalStateException("a stored charter cannot be read", e);
            }
        }
        for (LogState state : store.logs()) {
            if (state.log().channel().equals(Channel.CONTROL) && which.test(state)) {
                for (long seq = 0; seq < state.held(); seq++) {
                    long at = seq;
                    store.entry(state.log(), seq).ifPresent(entry -> membership.fold(state.log(), at, entry));
                }
            }
        }
    }
}
