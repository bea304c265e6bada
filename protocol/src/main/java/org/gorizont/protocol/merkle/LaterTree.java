// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Hash;

/**
 * A tree of which only the compact range of the first leaves is known, and everything after them. It gives all that proofs
 * about sizes and leaves from there on need.
 *
 * @param before compact range of the leaves that are not known
 * @param after knows every subtree without such a leaf
 */
public record LaterTree(CompactRange before, HashSource after) implements HashSource {
    @Override
    public long first() {
        return before.size();
    }

    @Override
    public Hash node(int level, long index) {
        long start = index << level;
        if (start >= before.size()) {
            return after.node(level, index);
        }
        if ((index + 1) << level > before.size()) {
            return Hashing.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
        }
        // The subtrees of the range stand in the order of its bits, the highest first.
        int place = Long.bitCount(before.size() >>> (level + 1));
        if (((before.size() >>> level) & 1) == 0 || ((before.size() >>> (level + 1)) << 1) != index) {
            throw new IllegalArgumentException("level " + level + ", index " + index + " is below what is known");
        }
        return before.hashes().get(place);
    }
}
