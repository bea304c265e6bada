// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.stream.LongStream;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** Schools that nobody can dial meet at a relay, with push and without. */
final class RelaySimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.relays", 20);

    @Test
    void schoolsThatNobodyCanDialAgreeThroughARelay() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(seed -> run(seed, Build.REAL));
    }

    private static void run(long seed, Build build) {
        try {
            RelayScene.run(seed, seed % 2 == 0, build, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
