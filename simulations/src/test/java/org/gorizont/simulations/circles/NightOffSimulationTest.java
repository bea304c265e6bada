// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** In a circle of 100, and over all connections: {@code gorizont bench night}. */
final class NightOffSimulationTest {
    @Test
    void oneConnectionBringsANightsEntriesForLittleMoreThanTheyAre() {
        NightOff.Morning morning = new NightOff(8, 70, 1).night(true);

        assertTrue(morning.untilWhole() <= 1.3 * morning.entryBytes(), "" + morning);
    }
}
