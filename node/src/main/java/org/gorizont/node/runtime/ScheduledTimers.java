// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Timer;

/** Timers that put themselves into the inbox when their time has come. Safe for all threads. */
public final class ScheduledTimers implements TimerPort, AutoCloseable {
    private final InstantSource clock;
    private final Inbox inbox;
    private final ScheduledThreadPoolExecutor executor;

    /** @param clock the one that the loop tells the replica the time by */
    public ScheduledTimers(InstantSource clock, Inbox inbox) {
        this.clock = clock;
        this.inbox = inbox;
        this.executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("gorizont-timers").factory());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void schedule(Timer timer, Instant at) {
        long delayMillis = Math.max(0, Duration.between(clock.instant(), at).toMillis());
        try {
            // Nobody waits for the future: there is always room for timers, so that the task cannot fail.
            var _ = executor.schedule(
                    () -> inbox.offer(new Input.TimerFired(timer)), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // Closed: nobody waits for timers any more.
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
