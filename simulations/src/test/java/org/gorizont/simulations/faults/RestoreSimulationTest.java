// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** P4: a restored school that can reach one up-to-date neighbour signs nothing twice. */
final class RestoreSimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.restores", 40);

    @Test
    void s13NoRestoredSchoolContradictsItself() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(seed -> run(seed, Build.REAL));
    }

    @Test
    void aSchoolThatBelievesItsBackupIsFound() {
        assertTrue(LongStream.rangeClosed(1, SEEDS).anyMatch(seed -> contradicts(seed)), "not found");
    }

    private static boolean contradicts(long seed) {
        try {
            RestoreScene.run(seed, PlantedBugs.believesItsBackup(), Trace.SILENT);
            return false;
        } catch (BrokenPromise _) {
            return true;
        }
    }

    private static void run(long seed, Build build) {
        try {
            RestoreScene.run(seed, build, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
