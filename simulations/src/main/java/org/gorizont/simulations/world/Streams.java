// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.SplittableRandom;

/**
 * Random streams from one seed, keyed by what they are for and where: drawing once more in one place changes nothing in
 * another.
 */
public record Streams(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** @param what a constant word for the use, {@code where} a node or link number */
    public SplittableRandom of(String what, long where) {
        long key = seed;
        for (int i = 0; i < what.length(); i++) {
            key = mix(key + GOLDEN * what.charAt(i));
        }
        return new SplittableRandom(mix(key + GOLDEN * (where + 1)));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
