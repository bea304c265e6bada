// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** P7: whoever is still in a circle knows the same members and decisions in the end. */
final class VoteSimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.votes", 24);

    @Test
    void allThatAreInKnowTheSameDecisions() {
        long decided = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .map(seed -> run(seed, Build.REAL))
                .sum();

        assertTrue(decided > SEEDS, decided + " decisions in " + SEEDS + " runs say little");
    }

    private static int run(long seed, Build build) {
        try {
            return VoteScene.run(seed, build, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
