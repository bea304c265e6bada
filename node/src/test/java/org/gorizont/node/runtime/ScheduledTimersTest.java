// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Timer;
import org.junit.jupiter.api.Test;

final class ScheduledTimersTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Inbox inbox = new Inbox();

    @Test
    void firesWhenItsTimeHasCome() throws Exception {
        try (ScheduledTimers timers = new ScheduledTimers(() -> NOW, inbox)) {
            timers.schedule(Timer.RECEIPTS, NOW.plus(Duration.ofHours(1)));
            timers.schedule(Timer.PULLS, NOW.minusSeconds(5));

            assertEquals(new Input.TimerFired(Timer.PULLS), inbox.take(TimeUnit.MINUTES.toNanos(1)));
            assertNull(inbox.take(0));
        }
    }

    @Test
    void s12AClockThatIsSetWhileRunningDoesNotJumpHere() {
        AtomicReference<Instant> wall = new AtomicReference<>(NOW);
        SteadyClock clock = new SteadyClock(wall::get);

        wall.set(NOW.plus(Duration.ofDays(3650)));

        assertTrue(clock.instant().isBefore(NOW.plus(Duration.ofHours(1))));
        wall.set(NOW.minus(Duration.ofDays(400)));
        assertTrue(!clock.instant().isBefore(NOW));
    }
}
