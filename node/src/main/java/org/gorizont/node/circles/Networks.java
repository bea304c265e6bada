// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.circles;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.SchoolId;

/**
 * Founding and joining for people who look in from time to time: one attempt to join is followed in the background, and the
 * last thing it told is kept until another one begins or the node stops. Safe for all threads.
 */
public final class Networks implements AutoCloseable {
    private static final int ANSWER_SECONDS = 60;

    private final SchoolId self;
    private final CircleLoop loop;
    private final IntFunction<Bytes> fresh;
    private Optional<Joining> joining = Optional.empty();

    /** @param fresh random bytes, by their number */
    public Networks(SchoolId self, CircleLoop loop, IntFunction<Bytes> fresh) {
        this.self = self;
        this.loop = loop;
        this.fresh = fresh;
    }

    /** An attempt, and what it told last. */
    public record Attempt(Invitation invitation, JoinState state) {}

    /**
     * Founds a network of this school alone.
     *
     * @return its id, or why not
     * @throws IllegalArgumentException if the name is none
     */
    public Outcome found(String name) throws JoinAttempt.NoAnswer, InterruptedException {
        Charter charter = Charters.of(name, self, 1, fresh);
        Bytes salt = fresh.apply(Body.SALT_SIZE);
        try {
            return loop.ask(id -> new Input.CircleFounded(id, charter, salt))
                    .toCompletableFuture()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new JoinAttempt.NoAnswer(e);
        }
    }

    /** Begins to join, in the background; whoever followed another attempt does so no more. */
    public synchronized void join(Invitation invitation) {
        joining.ifPresent(Joining::leave);
        Joining next = new Joining(invitation);
        joining = Optional.of(next);
        next.begin(loop);
    }

    /** The last attempt since the node has started. */
    public synchronized Optional<Attempt> attempt() {
        return joining.map(Joining::now);
    }

    @Override
    public synchronized void close() {
        joining.ifPresent(Joining::leave);
    }

    private static final class Joining implements JoinAttempt.Listener {
        private final Invitation invitation;
        private volatile JoinState state = new JoinState.Asked();
        private volatile boolean gone;

        Joining(Invitation invitation) {
            this.invitation = invitation;
        }

        void begin(CircleLoop loop) {
            Thread.ofVirtual().name("joining").start(() -> {
                try {
                    new JoinAttempt(loop, invitation, this).run();
                } catch (JoinAttempt.NoAnswer _) {
                    // The node is stopping: the replica goes on with the attempt after the next start.
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        void leave() {
            gone = true;
        }

        Attempt now() {
            return new Attempt(invitation, state);
        }

        @Override
        public void told(JoinState now) {
            state = now;
        }

        @Override
        public boolean isGone() {
            return gone;
        }
    }
}
