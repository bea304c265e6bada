// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.stream.LongStream;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** P7: members who act together and are no majority neither remove anybody nor change the charter, whatever they show to whom. */
final class ColluderSimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.colluders", 5);

    @Test
    void aMinorityNeverHasItsWay() {
        LongStream.rangeClosed(11, 10 + SEEDS).parallel().forEach(ColluderSimulationTest::run);
    }

    private static void run(long seed) {
        try {
            Scene.COLLUDERS.run(seed, Build.REAL, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + ": " + e.getMessage() + "; again: " + Scene.COLLUDERS.replay(seed), e);
        }
    }
}
