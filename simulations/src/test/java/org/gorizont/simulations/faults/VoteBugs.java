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
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;

/** Programs that let a minority have its way, or do not hear or tell what was decided. */
final class VoteBugs {
    private static final RequestId NOBODY_ASKS = new RequestId(0);

    private VoteBugs() {}

    /** Whatever is put to the vote is answered with yes, and no person is asked. */
    static Build agreesToEverything() {
        return Wrong.core((machine, replica) -> (input, now) -> {
            List<Effect> effects = new ArrayList<>(replica.handle(input, now));
            if (input instanceof Input.TimerFired) {
                effects.addAll(agreed(machine, replica, now));
            }
            return effects;
        });
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
        return Wrong.core((_, replica) -> (input, now) -> input instanceof Input.FrameReceived(var _, ForkAlert _)
                ? List.of()
                : replica.handle(input, now).stream()
                        .filter(effect -> !(effect instanceof Effect.Send(var _, ProofRequest _)))
                        .toList());
    }

    /** What was decided is not heard. */
    static Build deafToCertificates() {
        return Wrong.core((machine, replica) -> (input, now) ->
                machine.number() == 1 && carriesCertificate(input) ? List.of() : replica.handle(input, now));
    }

    private static boolean carriesCertificate(Input input) {
        if (!(input instanceof Input.FrameReceived(var _, var frame))) {
            return false;
        }
        List<Entries> carried = frame instanceof Entries entries
                ? List.of(entries)
                : frame instanceof HeadNotice notice ? notice.riding() : List.of();
        return carried.stream()
                .flatMap(entries -> entries.entries().stream())
                .flatMap(entry -> entry.header().stream())
                .anyMatch(header -> header.kind().equals(ControlDrafts.CERTIFICATE));
    }

    /** Who is out keeps it for itself: what it would show to others is not sent. */
    static Build leavesWithoutAWord() {
        return Wrong.effects(effects -> effects.stream()
                .filter(effect -> !(effect instanceof Effect.Send(var _, HeadNotice notice)
                        && notice.heads().stream()
                                .anyMatch(head -> head.log().channel().equals(Channel.CONTROL))))
                .toList());
    }
}
