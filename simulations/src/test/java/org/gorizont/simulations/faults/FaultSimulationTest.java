// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gorizont.simulations.CheckCommand;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** Runs with drawn faults: no promise is broken on the way, and all agree in the end, with push and without. */
final class FaultSimulationTest {
    private static final long FIRST = 1;
    private static final int SEEDS = 92;
    /** Of the networks of 13 to 30 machines every third: campaigns run all. */
    private static final long MIDDLE = 3 * FaultScene.MIDDLE_EVERY;
    /** Of 59 machines. */
    private static final long LARGE = 37 * FaultScene.LARGE_EVERY;

    @Test
    void manySmallNetworksKeepTheirPromisesUnderFaults() {
        List<String> failures = LongStream.range(FIRST, FIRST + SEEDS)
                .filter(seed -> seed % FaultScene.MIDDLE_EVERY != 0 || seed % MIDDLE == 0)
                .parallel()
                .mapToObj(seed -> failure(seed, seed % 2 == 0))
                .flatMap(Optional::stream)
                .toList();

        assertEquals(List.of(), failures);
    }

    @Test
    void aLargeNetworkKeepsItsPromisesUnderFaults() {
        assertEquals(Optional.empty(), failure(LARGE, true));
    }

    @Test
    void oneMemberThatLiesHarmsNobodyElse() {
        LongStream.rangeClosed(1, 6)
                .parallel()
                .forEach(seed -> assertDoesNotThrow(
                        () -> Scene.LIARS.run(seed, Build.REAL, Trace.SILENT), () -> Scene.LIARS.replay(seed)));
    }

    /** Each run is one thread and shares nothing with the others. */
    private static Optional<String> failure(long seed, boolean push) {
        try {
            FaultScene.run(seed, push);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("seed " + seed + ": " + e.getMessage() + "; again: " + CheckCommand.replay(seed, push));
        }
    }
}
