// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.stream.LongStream;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** P13: whatever a thief of a signing key does, a change of keys ends it for everybody, with one outcome. */
final class KeySimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.keys", 20);

    @Test
    void p13WhatWasSealedStandsEverywhereAndNothingElse() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(seed -> run(seed, Build.REAL));
    }

    private static void run(long seed, Build build) {
        try {
            KeyScene.run(seed, build, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
