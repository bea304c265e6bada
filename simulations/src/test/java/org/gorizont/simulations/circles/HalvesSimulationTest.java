// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.gorizont.simulations.world.Watch;
import org.gorizont.simulations.world.World;
import org.junit.jupiter.api.Test;

/** Two halves of a circle were apart for so long that each school has all the neighbours that it wants in its own half. */
final class HalvesSimulationTest {
    private static final int SCHOOLS = 20;
    private static final Duration POLL = Duration.ofMinutes(5);

    @Test
    void halvesThatWereApartForLongFindEachOther() {
        Gathered gathered = new Gathered(SCHOOLS, 1, POLL, Watch.NOBODY);
        World world = gathered.world();
        gathered.gather(Duration.ofHours(1));
        cut(world);
        world.runFor(Duration.ofMinutes(30));
        world.network().heal();
        world.machines().forEach(gathered::publish);

        assertTrue(world.runUntil(gathered::isComplete, Duration.ofMinutes(1), Duration.ofHours(2)));
    }

    private static void cut(World world) {
        for (int from = 0; from < SCHOOLS; from++) {
            for (int to = 0; to < SCHOOLS; to++) {
                world.network().cut(from, to, from % 2 != to % 2);
            }
        }
    }
}
