// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

/**
 * The way from a node up to the root, from sibling to sibling, by positions alone: the loop of the verifications in RFC
 * 9162 §2.1.3.2 and §2.1.4.2. It ends after at most 63 steps. Mutable, for one use.
 */
final class Climb {
    private long index;
    private long last;

    /**
     * @param index position of the node among those of its level
     * @param last position of the last node of this level
     */
    Climb(long index, long last) {
        this.index = index;
        this.last = last;
    }

    boolean atRoot() {
        return last == 0;
    }

    /** Moves up over one sibling; only below the root. Tells whether that sibling stands on the left. */
    boolean passesLeft() {
        boolean left = (index & 1) == 1 || index == last;
        // On the right border a node without a right sibling is its own parent until it is a right child.
        int levels = left ? Long.numberOfTrailingZeros(index) + 1 : 1;
        index >>>= levels;
        last >>>= levels;
        return left;
    }
}
