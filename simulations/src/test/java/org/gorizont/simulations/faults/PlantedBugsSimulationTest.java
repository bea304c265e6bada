// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertThrows;
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

    @Test
    void sleepingOnAfterTheNightIsFound() {
        assertFound(Scene.FAULTS, 9, "P6", OtherBugs.sleepsOnAfterTheNight());
    }

    @Test
    void noticesWithoutALimitAreFound() {
        assertFound(Scene.FAULTS, 6, "P9", OtherBugs.repeatsItself());
    }

    @Test
    void keepingAddressesToOneselfIsFound() {
        assertFound(Scene.RELAYS, 4, "P6", OtherBugs.keepsAddressesToItself());
    }

    @Test
    void forgettingThatThereWasAnotherMachineIsFound() {
        assertFound(Scene.CLONES, 54, "P2", OtherBugs.forgetsItsDoubt());
    }

    @Test
    void keepingOtherStartsToOneselfIsFound() {
        assertFound(Scene.CLONES, 1, "P4", OtherBugs.keepsStartsToItself());
    }

    @Test
    void passingOverCarriedReceiptsIsFound() {
        assertFound(Scene.COURIERS, 1, "P6", OtherBugs.ignoresCarriedReceipts());
    }

    @Test
    void sendingWhatCouldNotBeWrittenIsFound() {
        assertFound(Scene.FAULTS, 26, "P2", DiskBugs.sendsWhatItCouldNotWrite());
    }

    @Test
    void forgettingWhatCouldNotBeWrittenIsFound() {
        assertFound(Scene.FAULTS, 51, "P1", DiskBugs.forgetsWhatItCouldNotWrite());
    }

    @Test
    void agreeingToEverythingIsFound() {
        assertFound(Scene.COLLUDERS, 3, "P7: a minority", VoteBugs.agreesToEverything());
    }

    @Test
    void believingWhatCameFirstIsFound() {
        assertFound(Scene.COLLUDERS, 2, "P7: not reached", VoteBugs.believesWhatCameFirst());
    }

    private static void assertFound(Scene scene, long seed, String promise, Build bug) {
        BrokenPromise found = assertThrows(BrokenPromise.class, () -> scene.run(seed, bug, Trace.SILENT));

        assertTrue(String.valueOf(found.getMessage()).startsWith(promise), found::toString);
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
