// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class PropertyTest {
    private static final List<Long> DRAWN = new ArrayList<>();

    @Property(tries = 5)
    void runsOnceForEachSeedBesideOtherParameters(RandomGenerator random, TestInfo info) {
        DRAWN.add(random.nextLong());
        assertTrue(info.getDisplayName().startsWith("runsOnce"));
    }

    @AfterAll
    static void everySeedHasRun() {
        List<Long> expected = new ArrayList<>();
        Seeds.of(5, System::getProperty).forEach("", random -> expected.add(random.nextLong()));
        if (System.getProperty(Seeds.FRESH_SEEDS) == null) {
            assertEquals(expected, DRAWN);
        }
    }

    @Test
    void seedsAreTheSameInEachRun() {
        assertEquals(List.of(0L, 1L, 2L), Seeds.of(3, name -> null).values());
        assertEquals(Seeds.generator(7).nextLong(), Seeds.generator(7).nextLong());
        assertNotEquals(Seeds.generator(7).nextLong(), Seeds.generator(8).nextLong());
    }

    @Test
    void oneSeedRunsAlone() {
        Seeds seeds = Seeds.of(3, Map.of(Seeds.ONE_SEED, "-17", Seeds.FRESH_SEEDS, "9")::get);

        assertEquals(List.of(-17L), seeds.values());
    }

    @Test
    void freshSeedsFollowTheFixedOnes() {
        List<Long> seeds = Seeds.of(3, Map.of(Seeds.FRESH_SEEDS, "4")::get).values();

        assertEquals(7, seeds.size());
        assertEquals(List.of(0L, 1L, 2L), seeds.subList(0, 3));
    }

    @Test
    void firstFailingSeedIsNamedWithTheWordsThatReplayIt() {
        IllegalStateException cause = new IllegalStateException("three is too many");
        List<Integer> runs = new ArrayList<>();

        AssertionError error = assertThrows(
                AssertionError.class,
                () -> new Seeds(List.of(4L, 5L, -6L, 7L)).forEach("SomeTest#holds", random -> {
                    runs.add(runs.size());
                    if (runs.size() == 3) {
                        throw cause;
                    }
                }));

        assertEquals(3, runs.size());
        assertSame(cause, error.getCause());
        assertTrue(error.toString().contains("three is too many"), error::toString);
        assertTrue(error.toString().contains("-Dtest=SomeTest#holds -Dgorizont.seed=-6"), error::toString);
    }
}
