// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.simulations.world.Machine;

/** Members of circles by what stores hold, without asking a replica. */
final class Folded {
    private final SignatureVerifier verifier;

    /** @param verifier is asked for the same few heads again and again */
    Folded(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /** By everything this machine holds. */
    Membership of(Machine machine) {
        LogStore store = machine.store();
        Membership membership = new Membership(
                school -> school.equals(machine.id()) ? Optional.of(machine.chain()) : store.chain(school), verifier);
        add(membership, store, _ -> true);
        membership.join(store::entry);
        return membership;
    }

    /** By what each school holds of its own. */
    Membership ofOwners(List<Machine> machines) {
        Map<SchoolId, Machine> byId = new TreeMap<>();
        machines.forEach(machine -> byId.put(machine.id(), machine));
        Membership membership = new Membership(
                school -> Optional.ofNullable(byId.get(school)).map(machine -> machine.chain()), verifier);
        machines.forEach(machine ->
                add(membership, machine.store(), state -> state.log().school().equals(machine.id())));
        membership.join((log, seq) -> Optional.ofNullable(byId.get(log.school()))
                .flatMap(machine -> machine.store().entry(log, seq)));
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
