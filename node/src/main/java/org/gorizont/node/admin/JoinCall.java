// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress.State;

/**
 * Follows one attempt to join until it is decided or nobody listens any more; the attempt itself belongs to the replica
 * and goes on. After "nobody answers" the replica replies no more, so it is asked again after a pause.
 */
final class JoinCall {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How often a waiting call looks whether somebody still listens. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final LoopPort loop;
    private final Invitation invitation;
    private final StreamObserver<JoinProgress> caller;
    private boolean unreachable;

    JoinCall(LoopPort loop, Invitation invitation, StreamObserver<JoinProgress> caller) {
        this.loop = loop;
        this.invitation = invitation;
        this.caller = caller;
    }

    void run() throws InterruptedException {
        tell(progress(State.STATE_ASKED));
        boolean decided = false;
        while (!decided && !callerGone()) {
            var reply = loop.ask(id -> new Input.JoinAsked(id, invitation)).toCompletableFuture();
            boolean waits = true;
            while (waits) {
                waits = !arrived(reply) && !callerGone();
            }
            decided = reply.isDone() && !reply.isCompletedExceptionally() && decides(reply.join());
        }
        if (!callerGone()) {
            caller.onCompleted();
        }
    }

    private static boolean arrived(CompletableFuture<Outcome> reply) throws InterruptedException {
        try {
            reply.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                // Nobody has decided yet: the question is asked again.
                return true;
            }
            throw new Calls.NodeEnding("the node is busy or stopping", e);
        }
    }

    private boolean decides(Outcome outcome) throws InterruptedException {
        switch (outcome) {
            case Outcome.Joined(CircleId _) -> tell(progress(State.STATE_JOINED));
            case Outcome.Sponsored(CircleId _, int missing) ->
                tell(progress(State.STATE_SPONSORED).setMissingSponsors(missing));
            case Outcome.Refused(Refusal refusal, String detail) -> tell(refused(refusal, detail));
            case Outcome.Unreachable _ -> {
                if (!unreachable) {
                    tell(progress(State.STATE_UNREACHABLE));
                }
                unreachable = true;
                Thread.sleep(PAUSE);
                return false;
            }
            case Outcome other -> throw Forms.unexpected(other);
        }
        return true;
    }

    /** Between two of our questions the attempt may have come to its good end. */
    private JoinProgress.Builder refused(Refusal refusal, String detail) {
        return refusal == Refusal.ALREADY_A_MEMBER && unreachable
                ? progress(State.STATE_JOINED)
                : progress(State.STATE_REFUSED).setRefused(Forms.refused(refusal, detail));
    }

    private JoinProgress.Builder progress(State state) {
        return JoinProgress.newBuilder()
                .setState(state)
                .setCircle(Forms.of(invitation.circle().hash()));
    }

    private void tell(JoinProgress.Builder progress) {
        caller.onNext(progress.build());
    }

    private boolean callerGone() {
        return caller instanceof ServerCallStreamObserver<JoinProgress> call && call.isCancelled();
    }
}
