// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.model.Hash;

/**
 * Makes proofs from a log that is held. Each call reads fewer than 128 nodes of the source; sizes and positions must
 * lie within what the source holds, which callers check before they pass on foreign numbers.
 */
public final class Proofs {
    /** More than any proof in a tree of up to 2<sup>63</sup>-1 leaves needs; what has more is malformed. */
    public static final int MAX_HASHES = 64;

    private Proofs() {}

    /**
     * PATH of RFC 9162 §2.1.3.1.
     *
     * @throws IllegalArgumentException if {@code seq} is not in {@code [0, size)}
     */
    public static Inclusion inclusion(long seq, long size, HashSource source) {
        if (seq < 0 || seq >= size) {
            throw new IllegalArgumentException("seq " + seq + " is outside of a log of size " + size);
        }
        List<Hash> siblings = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long split = split(start, end);
            if (seq < split) {
                siblings.add(subtree(split, end, source));
                end = split;
            } else {
                siblings.add(subtree(start, split, source));
                start = split;
            }
        }
        return new Inclusion(seq, size, siblings.reversed());
    }

    /**
     * PROOF of RFC 9162 §2.1.4.1; without a hash if the old tree is empty.
     *
     * @throws IllegalArgumentException unless {@code 0 <= oldSize <= newSize}
     */
    public static Consistency consistency(long oldSize, long newSize, HashSource source) {
        List<Hash> siblings = new ArrayList<>();
        long start = 0;
        long end = newSize;
        while (oldSize > 0 && oldSize < end) {
            long split = split(start, end);
            if (oldSize <= split) {
                siblings.add(subtree(split, end, source));
                end = split;
            } else {
                siblings.add(subtree(start, split, source));
                start = split;
            }
        }
        if (start > 0) {
            siblings.add(subtree(start, end, source));
        }
        return new Consistency(oldSize, newSize, siblings.reversed());
    }

    /**
     * The compact range of the first {@code size} leaves.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static CompactRange compactRange(long size, HashSource source) {
        return new CompactRange(size, cover(0, size, source));
    }

    /**
     * Root of the first {@code size} leaves: what a smaller head of the same log must carry.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static Hash root(long size, HashSource source) {
        return compactRange(size, source).root();
    }

    /** Where RFC 6962 §2.1 splits the leaves of a subtree that has at least two. */
    private static long split(long start, long end) {
        return start + Long.highestOneBit(end - start - 1);
    }

    private static Hash subtree(long start, long end, HashSource source) {
        return CompactRange.fold(cover(start, end, source));
    }

    /** The perfect subtrees, largest first, that cover a range which starts where a subtree of its length may. */
    private static List<Hash> cover(long start, long end, HashSource source) {
        List<Hash> hashes = new ArrayList<>();
        long at = start;
        while (at < end) {
            long leaves = Long.highestOneBit(end - at);
            int level = Long.numberOfTrailingZeros(leaves);
            hashes.add(source.node(level, at >>> level));
            at += leaves;
        }
        return hashes;
    }
}
