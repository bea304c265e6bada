// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.stream.LongStream;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** P12: older programs keep and pass on what they do not understand, and understand it once they are replaced. */
final class VersionsSimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.versions", 6);

    @Test
    void newProgramsDecideThroughOldOnesWhichKnowItAfterwards() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(VersionsSimulationTest::run);
    }

    private static void run(long seed) {
        try {
            Scene.VERSIONS.run(seed, Build.REAL, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + ": " + e.getMessage() + "; again: " + Scene.VERSIONS.replay(seed), e);
        }
    }
}
