// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import org.gorizont.protocol.core.Limits;

/**
 * The symbols that hold one item, in ascending order: index 0, then each index i with probability 2/(i+2), which is the
 * paper's 1/(1+i/2).
 *
 * <p>The indexes between are skipped. After i, all of i+1..j are missed with probability (1-2/(i+3))···(1-2/(j+2)) =
 * (i+1)(i+2) / ((j+1)(j+2)), so one random number gives the next index. All is integer arithmetic: the root is
 * correctly rounded (IEEE 754) and taken of a number that a {@code double} holds exactly.
 */
final class IndexWalk {
    private static final int RANDOM_BITS = 30;
    private static final long BEYOND = (long) Limits.SYMBOLS * (Limits.SYMBOLS + 1L);

    private long state;
    private int index;

    IndexWalk(long state) {
        this.state = state;
    }

    /** The current index; {@link Limits#SYMBOLS} once there are no more. */
    int index() {
        return index;
    }

    /** Must not be called once {@link #index()} is at the limit. */
    void advance() {
        state += ItemMixer.STEP;
        long random = (ItemMixer.mix(state) >>> (Long.SIZE - RANDOM_BITS)) + 1;
        long bound = (((index + 1L) * (index + 2L)) << RANDOM_BITS) / random;
        index = bound >= BEYOND ? Limits.SYMBOLS : firstAbove(bound);
    }

    /** The smallest j with (j+1)(j+2) > bound. */
    private static int firstAbove(long bound) {
        int root = (int) Math.sqrt((double) bound);
        return root * (root + 1L) > bound ? root - 1 : root;
    }
}
