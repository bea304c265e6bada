// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.stream.LongStream;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** Schools that nobody can dial meet at a relay, with push and without. */
final class RelaySimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.relays", 30);

    @Test
    void schoolsThatNobodyCanDialAgreeThroughARelay() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(seed -> run(seed, Build.REAL));
    }

    @Test
    void neverCallingAtARelayIsFound() {
        assertFound(RelayBugs.neverCallsAtARelay(), "after joining");
    }

    @Test
    void usingTheTokenOfAnOlderRecordIsFound() {
        assertFound(RelayBugs.keepsFirstAddresses(), "all know all with the new token alone");
    }

    @Test
    void tellingNobodyOfRelaysIsFound() {
        assertFound(RelayBugs.keepsItsRelaySecret(), "after the new token");
    }

    private static void assertFound(Build bug, String when) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                RelayScene.run(seed, seed % 2 == 0, bug, Trace.SILENT);
            } catch (BrokenPromise found) {
                assertTrue(String.valueOf(found.getMessage()).contains(when), found::toString);
                return;
            }
        }
        fail("not found in " + SEEDS + " seeds");
    }

    private static void run(long seed, Build build) {
        try {
            RelayScene.run(seed, seed % 2 == 0, build, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
