// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.Optional;
import java.util.OptionalLong;
import org.gorizont.protocol.model.SignedHead;

/** Finds where two branches of a log part, and makes the proof of it, when both are held. */
public final class Forks {
    private Forks() {}

    /**
     * The first seq at which the two trees differ; empty if one is a prefix of the other. Reads at most 2 × 126 nodes.
     *
     * @throws IllegalArgumentException if a size is negative
     */
    public static OptionalLong firstDifference(long sizeA, HashSource a, long sizeB, HashSource b) {
        long common = Math.min(sizeA, sizeB);
        Checks.notNegative("size", common);
        long at = 0;
        while (at < common) {
            long leaves = Long.highestOneBit(common - at);
            int level = Long.numberOfTrailingZeros(leaves);
            if (differ(level, at >>> level, a, b)) {
                return OptionalLong.of(descend(level, at >>> level, a, b));
            }
            at += leaves;
        }
        return OptionalLong.empty();
    }

    /**
     * The proof that two heads of one log exclude each other; empty if they do not, or are not of one log.
     *
     * @param a the tree under {@code first}
     * @param b the tree under {@code second}
     * @throws IllegalArgumentException if a source does not lead to the root of its head
     */
    public static Optional<ForkProof> make(SignedHead first, HashSource a, SignedHead second, HashSource b) {
        if (!first.log().equals(second.log())) {
            return Optional.empty();
        }
        OptionalLong difference = firstDifference(first.size(), a, second.size(), b);
        return difference.isEmpty()
                ? Optional.empty()
                : Optional.of(proofAt(difference.getAsLong(), first, a, second, b));
    }

    private static ForkProof proofAt(long index, SignedHead first, HashSource a, SignedHead second, HashSource b) {
        ForkProof proof = new ForkProof(
                first,
                second,
                index,
                a.node(0, index),
                b.node(0, index),
                Proofs.inclusion(index, first.size(), a).hashes(),
                Proofs.inclusion(index, second.size(), b).hashes());
        if (!proof.differs()) {
            throw new IllegalArgumentException("hashes do not lead to the roots of heads " + first + ", " + second);
        }
        return proof;
    }

    /** First differing leaf of a subtree that differs. */
    private static long descend(int level, long index, HashSource a, HashSource b) {
        long node = index;
        for (int below = level - 1; below >= 0; below--) {
            node = 2 * node;
            if (!differ(below, node, a, b)) {
                node++;
            }
        }
        return node;
    }

    private static boolean differ(int level, long index, HashSource a, HashSource b) {
        return !a.node(level, index).equals(b.node(level, index));
    }
}
