// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.stream.LongStream;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** P4: a copied school that has met a neighbour of its original contradicts it nowhere, and both stop (S15). */
final class CloneSimulationTest {
    private static final int SEEDS = Integer.getInteger("gorizont.clones", 24);

    @Test
    void s15NoCopyContradictsItsOriginal() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(CloneSimulationTest::run);
    }

    private static void run(long seed) {
        try {
            Scene.CLONES.run(seed, Build.REAL, Trace.SILENT);
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + ": " + e.getMessage() + "; again: " + Scene.CLONES.replay(seed), e);
        }
    }
}
