// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.circles;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Invitation;

/**
 * Follows one attempt to join until it is decided or nobody listens any more; the attempt itself belongs to the replica
 * and goes on. After "nobody answers" the replica replies no more, so it is asked again after a pause.
 */
public final class JoinAttempt {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How often a waiting attempt looks whether somebody still listens. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final CircleLoop loop;
    private final Invitation invitation;
    private final Listener listener;
    private boolean unreachable;

    public JoinAttempt(CircleLoop loop, Invitation invitation, Listener listener) {
        this.loop = loop;
        this.invitation = invitation;
        this.listener = listener;
    }

    /** Whoever wants to know. */
    public interface Listener {
        void told(JoinState state);

        /** Nobody wants to know any more. */
        boolean isGone();
    }

    /** The node is busy or stopping. */
    public static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(Throwable cause) {
            super(cause);
        }
    }

    /** Returns when it is decided, or nobody listens. */
    public void run() throws InterruptedException, NoAnswer {
        listener.told(new JoinState.Asked());
        boolean decided = false;
        while (!decided && !listener.isGone()) {
            var reply = loop.ask(id -> new Input.JoinAsked(id, invitation)).toCompletableFuture();
            boolean waits = true;
            while (waits) {
                waits = !arrived(reply) && !listener.isGone();
            }
            decided = reply.isDone() && !reply.isCompletedExceptionally() && decides(reply.join());
        }
    }

    private static boolean arrived(CompletableFuture<Outcome> reply) throws InterruptedException, NoAnswer {
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
            throw new NoAnswer(e);
        }
    }

    private boolean decides(Outcome outcome) throws InterruptedException {
        Optional<JoinState> state = switch (outcome) {
            case Outcome.Joined(CircleId _) -> Optional.of(new JoinState.Joined());
            case Outcome.Sponsored(CircleId _, int missing) -> Optional.of(new JoinState.Sponsored(missing));
            case Outcome.Refused(Refusal refusal, String detail) -> Optional.of(refused(refusal, detail));
            case Outcome.Unreachable _ -> Optional.empty();
            case Outcome other -> throw new IllegalStateException("an answer to another question: " + other);
        };
        state.ifPresent(listener::told);
        if (state.isEmpty()) {
            if (!unreachable) {
                listener.told(new JoinState.Unreachable());
            }
            unreachable = true;
            Thread.sleep(PAUSE);
        }
        return state.isPresent();
    }

    /** Between two of our questions the attempt may have come to its good end. */
    private JoinState refused(Refusal refusal, String detail) {
        return refusal == Refusal.ALREADY_A_MEMBER && unreachable
                ? new JoinState.Joined()
                : new JoinState.Refused(refusal, detail);
    }
}
