// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Virtual time: what is due next happens next, in the order in which it was told. */
final class SmallClock {
    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private Instant now = Instant.parse("2026-09-01T05:00:00Z");
    private long sequence;

    private record Event(Instant at, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    Instant now() {
        return now;
    }

    void later(Duration delay, Runnable action) {
        queue.add(new Event(now.plus(delay), sequence++, action));
    }

    /** Runs until the condition holds; fails after an hour. */
    void runUntil(BooleanSupplier condition) {
        Instant deadline = now.plus(Duration.ofHours(1));
        while (!condition.getAsBoolean()) {
            Event event = queue.poll();
            if (event == null || event.at.isAfter(deadline)) {
                throw new AssertionError("not reached within an hour of virtual time");
            }
            now = event.at;
            event.action.run();
        }
    }

    void runFor(Duration duration) {
        Instant end = now.plus(duration);
        while (!queue.isEmpty() && !queue.peek().at.isAfter(end)) {
            Event event = queue.poll();
            now = event.at;
            event.action.run();
        }
        now = end;
    }
}
