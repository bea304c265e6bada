// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.stream.LongStream;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** Halves of a network between which only bundles travel end with the same records and all receipts. */
final class CourierSimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.couriers", 12);

    @Test
    void halvesAgreeByBundlesAlone() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(CourierSimulationTest::run);
    }

    private static void run(long seed) {
        try {
            CourierScene.run(seed, Build.REAL, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
