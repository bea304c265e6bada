// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** P13: whatever a thief of a signing key does, a change of keys ends it for everybody, with one outcome. */
final class KeySimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.keys", 24);

    @Test
    void p13WhatWasSealedStandsEverywhereAndNothingElse() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(seed -> run(seed, Build.REAL));
    }

    @Test
    void holdingWhatTheOldKeyHasSignedBeyondTheSealIsFound() {
        assertFound(PlantedBugs.neverCuts());
    }

    @Test
    void aForkThatTheSealDoesNotSettleIsFound() {
        assertFound(PlantedBugs.staysForked());
    }

    @Test
    void aSealAtAStaleSizeIsFound() {
        assertFound(PlantedBugs.sealsLess());
    }

    @Test
    void neverAskingWhereVersionsPartIsFound() {
        assertFound(PlantedBugs.neverAsksWhereVersionsPart());
    }

    private static void assertFound(Build bug) {
        assertTrue(LongStream.rangeClosed(1, SEEDS).anyMatch(seed -> isBroken(seed, bug)), "not found");
    }

    private static boolean isBroken(long seed, Build bug) {
        try {
            KeyScene.run(seed, bug, Trace.SILENT);
            return false;
        } catch (BrokenPromise _) {
            return true;
        }
    }

    private static void run(long seed, Build build) {
        try {
            KeyScene.run(seed, build, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
