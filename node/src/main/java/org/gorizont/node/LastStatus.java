// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.gorizont.node.runtime.Busy;
import org.gorizont.node.runtime.Requests;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.jspecify.annotations.Nullable;

/**
 * How the replica was a moment ago, for pages: asked of the loop at most twice a second, and from memory while the loop is
 * busy. Safe for all threads.
 */
final class LastStatus implements Supplier<ReplicaStatus> {
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(30);

    private final Requests requests;
    private @Nullable ReplicaStatus last;
    private long askedAtNanos;

    LastStatus(Requests requests) {
        this.requests = requests;
    }

    @Override
    public synchronized ReplicaStatus get() {
        ReplicaStatus known = last;
        if (known != null && System.nanoTime() - askedAtNanos < FRESH_NANOS) {
            return known;
        }
        try {
            Duration patience = known == null ? FIRST_PATIENCE : PATIENCE;
            if (requests.ask(Input.StatusAsked::new, patience).join() instanceof Outcome.Status(ReplicaStatus now)) {
                known = now;
            }
        } catch (Busy | CompletionException e) {
            if (known == null) {
                throw new IllegalStateException("the loop does not answer", e);
            }
        }
        if (known == null) {
            throw new IllegalStateException("the loop refuses to tell its status");
        }
        last = known;
        askedAtNanos = System.nanoTime();
        return known;
    }
}
