// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.stream.LongStream;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** P4: a restored school that can reach one up-to-date neighbour signs nothing twice. */
final class RestoreSimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.restores", 24);

    @Test
    void s13NoRestoredSchoolContradictsItself() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(seed -> run(seed, Build.REAL));
    }

    private static void run(long seed, Build build) {
        try {
            RestoreScene.run(seed, build, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
