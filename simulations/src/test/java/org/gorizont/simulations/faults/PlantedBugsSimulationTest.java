// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each planted bug is found at its seed, by the promise that it breaks and by no other. */
final class PlantedBugsSimulationTest {
    @TestFactory
    Stream<DynamicTest> isFound() {
        return PlantedBug.ALL.stream().map(bug -> dynamicTest(bug.name(), () -> assertFound(bug)));
    }

    private static void assertFound(PlantedBug bug) {
        BrokenPromise found =
                assertThrows(BrokenPromise.class, () -> bug.scene().run(bug.seed(), bug.build(), Trace.SILENT));

        String begins = bug.promise().contains(":") ? bug.promise() : bug.promise() + ":";
        assertTrue(String.valueOf(found.getMessage()).startsWith(begins), found::toString);
    }
}
