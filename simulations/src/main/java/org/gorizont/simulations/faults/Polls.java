// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.Optional;
import java.util.function.Consumer;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.simulations.world.Machine;

/** What the people of a school do in a vote. */
final class Polls {
    private static final int SALT_SIZE = 32;

    private Polls() {}

    /** What a school says of a circle; empty while it is off. */
    static Optional<ReplicaStatus.Circle> known(Machine machine, CircleId circle) {
        return machine.status().stream()
                .flatMap(status -> status.circles().stream())
                .filter(state -> state.id().equals(circle))
                .findFirst();
    }

    static void propose(Machine machine, CircleId circle, Action action) {
        propose(machine, circle, action, _ -> {});
    }

    /** @param then hears by which name the proposal is known */
    static void propose(Machine machine, CircleId circle, Action action, Consumer<Hash> then) {
        var nonce = machine.bytes(Proposal.NONCE_SIZE);
        var salt = machine.bytes(SALT_SIZE);
        var ballotSalt = machine.bytes(SALT_SIZE);
        machine.ask(request -> new Input.ProposalMade(request, circle, action, nonce, salt, ballotSalt), outcome -> {
            if (outcome instanceof Outcome.Proposed(var _, Hash id)) {
                then.accept(id);
            }
        });
    }

    static void answer(Machine machine, CircleId circle, Hash proposal, boolean yes) {
        var salt = machine.bytes(SALT_SIZE);
        machine.ask(request -> new Input.BallotCast(request, circle, proposal, yes, salt), _ -> {});
    }
}
