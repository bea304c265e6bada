// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.List;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.model.Hash;

/**
 * The tree of somebody's version of a log, out of the entries that he shows and, before them, of our own. If the versions part
 * before the shown entries it is a tree that nobody has signed, which its root tells.
 *
 * @param start seq of the first shown entry, not above what is held
 * @param leaves hashes of the shown entries
 */
public record ShownTree(HashSource own, long start, List<Hash> leaves) implements HashSource {
    @Override
    public long first() {
        return own.first();
    }

    @Override
    public Hash node(int level, long index) {
        if ((index + 1) << level <= start) {
            return own.node(level, index);
        }
        return level == 0
                ? leaves.get(Math.toIntExact(index - start))
                : Hashing.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }
}
