// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.gorizont.protocol.core.Limits;
import org.junit.jupiter.api.Test;

class IndexWalkTest {
    @Test
    void followsTheDefinitionWithUnlimitedNumbers() {
        SplittableRandom seeds = new SplittableRandom(1);
        for (int run = 0; run < 200; run++) {
            long state = seeds.nextLong();
            IndexWalk walk = new IndexWalk(state);

            while (walk.index() < Limits.SYMBOLS) {
                state += ItemMixer.STEP;
                long random = (ItemMixer.mix(state) >>> 34) + 1;
                int expected = definedNext(walk.index(), random);

                walk.advance();

                assertEquals(expected, walk.index());
            }
        }
    }

    /** The smallest j with (j+1)(j+2)·r > (i+1)(i+2)·2^30, by bisection. */
    private static int definedNext(int i, long random) {
        BigInteger reach = product(i).shiftLeft(30);
        int low = i;
        int high = Limits.SYMBOLS;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (product(middle).multiply(BigInteger.valueOf(random)).compareTo(reach) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static BigInteger product(int index) {
        return BigInteger.valueOf(index + 1L).multiply(BigInteger.valueOf(index + 2L));
    }

    @Test
    void beginsAtZeroAndRisesToTheLimit() {
        for (long state = 0; state < 1_000; state++) {
            IndexWalk walk = new IndexWalk(state);
            assertEquals(0, walk.index());
            while (walk.index() < Limits.SYMBOLS) {
                int before = walk.index();
                walk.advance();
                assertTrue(walk.index() > before);
            }
            assertEquals(Limits.SYMBOLS, walk.index());
        }
    }

    @Test
    void visitsEachIndexWithTheDensityOfThePaper() {
        int walks = 20_000;
        int[] visits = new int[Limits.SYMBOLS];
        SplittableRandom seeds = new SplittableRandom(2);
        for (int run = 0; run < walks; run++) {
            for (IndexWalk walk = new IndexWalk(seeds.nextLong()); walk.index() < Limits.SYMBOLS; walk.advance()) {
                visits[walk.index()]++;
            }
        }

        assertEquals(walks, visits[0]);
        for (int index : new int[] {1, 2, 3, 5, 10, 30, 100, 300}) {
            double density = 2.0 / (index + 2.0);
            double deviation = Math.sqrt(walks * density * (1 - density));
            assertEquals(walks * density, visits[index], 5 * deviation, "index " + index);
        }
        int late = 0;
        double expectedLate = 0;
        for (int index = 30_000; index < Limits.SYMBOLS; index++) {
            late += visits[index];
            expectedLate += walks * 2.0 / (index + 2.0);
        }
        assertEquals(expectedLate, late, 5 * Math.sqrt(expectedLate));
    }
}
