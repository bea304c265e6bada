// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Hash;

/**
 * The audit path of one leaf (RFC 9162 §2.1.3). The instance is only well-formed; {@link #verifies} decides.
 *
 * @param seq position of the leaf, below {@code size}
 * @param size of the tree; a root does not bind it, so compare it with the signed head's
 * @param hashes siblings from the leaf up to the root, at most {@link Proofs#MAX_HASHES}
 */
public record Inclusion(long seq, long size, List<Hash> hashes) {
    /** @throws IllegalArgumentException if {@code seq} is outside of the tree or there are too many hashes */
    public Inclusion {
        Checks.notNegative("seq", seq);
        if (seq >= size) {
            throw new IllegalArgumentException("seq " + seq + " is outside of a log of size " + size);
        }
        hashes = Checks.path(hashes);
    }

    /** Whether {@code leaf} stands at {@code seq} of the tree of {@code size} leaves with this root. */
    public boolean verifies(Hash leaf, Hash root) {
        Climb climb = new Climb(seq, size - 1);
        Hash node = leaf;
        for (Hash sibling : hashes) {
            if (climb.atRoot()) {
                return false;
            }
            node = climb.passesLeft() ? Hashing.node(sibling, node) : Hashing.node(node, sibling);
        }
        return climb.atRoot() && node.equals(root);
    }

    /**
     * The left siblings, from the top down. In a path that verifies they are the compact range of {@code [0, seq)}: going
     * down from the root, each turn to the right leaves a perfect subtree behind on the left, each smaller than the one
     * before, and at the leaf they add up to {@code seq}; only the set bits of {@code seq} are powers of two that do.
     */
    public List<Hash> leftSiblings() {
        Climb climb = new Climb(seq, size - 1);
        List<Hash> left = new ArrayList<>();
        for (Hash sibling : hashes) {
            if (!climb.atRoot() && climb.passesLeft()) {
                left.add(sibling);
            }
        }
        return left.reversed();
    }
}
