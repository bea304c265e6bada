// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** Mistakes about floors are found. That there are none is seen by {@link FaultSimulationTest}: floors rise in some of its runs. */
final class FloorSimulationTest {
    private static final int SEEDS = 30;

    @Test
    void raisingTheFloorBeforeStatingAgainIsFound() {
        assertFound("P1", FloorBugs.raisesTooEarly());
    }

    @Test
    void trustingTheRangeAtTheFloorIsFound() {
        assertFound("P3", FloorBugs.trustsTheRange());
    }

    private static void assertFound(String promise, Build bug) {
        for (long i = 1; i <= SEEDS; i++) {
            try {
                new FaultScene(i * FaultScene.FLOORS_EVERY, true, bug, Trace.SILENT).run();
            } catch (BrokenPromise found) {
                assertTrue(String.valueOf(found.getMessage()).startsWith(promise), found::toString);
                return;
            }
        }
        fail("not found in " + SEEDS + " seeds");
    }
}
