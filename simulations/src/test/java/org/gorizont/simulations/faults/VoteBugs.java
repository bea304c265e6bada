// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Core;
import org.gorizont.simulations.world.Machine;

/** Programs that let a minority have its way. */
final class VoteBugs {
    private static final RequestId NOBODY_ASKS = new RequestId(0);

    private VoteBugs() {}

    /** Whatever is put to the vote is answered with yes, and no person is asked. */
    static Build agreesToEverything() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> {
                    List<Effect> effects = new ArrayList<>(replica.handle(input, now));
                    if (input instanceof Input.TimerFired) {
                        effects.addAll(agreed(machine, replica, now));
                    }
                    return effects;
                };
            }
        };
    }

    private static List<Effect> agreed(Machine machine, Replica replica, Instant now) {
        List<Effect> effects = new ArrayList<>();
        for (Effect effect : replica.handle(new Input.StatusAsked(NOBODY_ASKS), now)) {
            if (effect instanceof Effect.Reply(var _, Outcome.Status(ReplicaStatus status))) {
                status.circles()
                        .forEach(circle -> circle.proposals().stream()
                                .filter(ReplicaStatus.Open::waiting)
                                .map(open -> new Input.BallotCast(
                                        NOBODY_ASKS, circle.id(), open.id(), true, machine.bytes(Body.SALT_SIZE)))
                                .forEach(ballot -> effects.addAll(replica.handle(ballot, now))));
            }
        }
        return effects;
    }

    /** Of two versions of what a school said, the one that came first is believed. */
    static Build believesWhatCameFirst() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> input instanceof Input.FrameReceived(var _, ForkAlert _)
                        ? List.of()
                        : replica.handle(input, now).stream()
                                .filter(effect -> !(effect instanceof Effect.Send(var _, ProofRequest _)))
                                .toList();
            }
        };
    }
}
