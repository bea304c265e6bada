// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.stream.LongStream;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** Halves of a network between which only bundles travel end with the same records and all receipts. */
final class CourierSimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.couriers", 20);

    @Test
    void halvesAgreeByBundlesAlone() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(CourierSimulationTest::run);
    }

    @Test
    void anImportThatTrustsHeadsIsFound() {
        assertFound("P3", PlantedBugs.takesAnySignature());
    }

    @Test
    void anImportThatStopsAtWhatItKnowsIsFound() {
        assertFound("P6", PlantedBugs.stopsAtTheFirstKnownFrame());
    }

    @Test
    void anExportOfEverythingThatIsHeldIsFound() {
        assertFound("P8", PlantedBugs.packsEverything());
    }

    private static void assertFound(String promise, Build bug) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                CourierScene.run(seed, bug, Trace.SILENT);
            } catch (BrokenPromise found) {
                assertTrue(String.valueOf(found.getMessage()).startsWith(promise), found::toString);
                return;
            }
        }
        fail("not found in " + SEEDS + " seeds");
    }

    private static void run(long seed) {
        try {
            CourierScene.run(seed, Build.REAL, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
