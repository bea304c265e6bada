// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** Each planted bug is found within a few seeds, by the promise that it breaks. */
final class PlantedBugsSimulationTest {
    private static final int SEEDS = 40;

    @Test
    void aDiskThatForgetsIsFound() {
        assertFound("P1", PlantedBugs.forgetfulDisk());
    }

    @Test
    void sendingBeforeTheSyncIsFound() {
        assertFound("P2", PlantedBugs.impatientMachine());
    }

    @Test
    void sayingSavedWithoutWritingIsFound() {
        assertFound("P1", PlantedBugs.emptyPromises());
    }

    @Test
    void neverAskingIsFound() {
        assertFound("P6", PlantedBugs.neverAsks());
    }

    @Test
    void missingAdmissionsIsFound() {
        assertFound("P6", PlantedBugs.deafToAdmissions());
    }

    @Test
    void servingEverybodyIsFound() {
        assertFound("P8", PlantedBugs.servesEverybody());
    }

    @Test
    void believingForgedHeadsIsFound() {
        assertFound("P3", PlantedBugs.believesAnything());
    }

    @Test
    void keepingWhatIsErasedIsFound() {
        assertFound("I-gone", PlantedBugs.keepsWhatIsErased());
    }

    private static void assertFound(String promise, Build bug) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                new FaultScene(seed, true, bug, Trace.SILENT).run();
            } catch (BrokenPromise found) {
                assertTrue(String.valueOf(found.getMessage()).startsWith(promise), found::toString);
                return;
            }
        }
        fail("not found in " + SEEDS + " seeds");
    }
}
