// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class EventQueueTest {
    private record Event(long nanos, long place, long number) {}

    @Test
    void eventsComeByTimeThenPlaceThenNumberWhateverTheOrderOfInsertion() {
        SplittableRandom random = new SplittableRandom(5);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            events.add(new Event(random.nextLong(50), random.nextLong(10), i));
        }
        EventQueue queue = new EventQueue();
        List<Event> seen = new ArrayList<>();

        events.forEach(event -> queue.add(event.nanos, event.place, event.number, () -> seen.add(event)));
        while (!queue.isEmpty()) {
            queue.poll().run();
        }

        events.sort(Comparator.comparingLong(Event::nanos)
                .thenComparingLong(Event::place)
                .thenComparingLong(Event::number));
        assertEquals(events, seen);
        assertTrue(queue.isEmpty());
    }
}
