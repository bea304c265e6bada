// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import org.gorizont.protocol.model.Hash;

/** Hashes of the perfect subtrees of one log, as far as it is held. */
@FunctionalInterface
public interface HashSource {
    /**
     * Hash of the perfect subtree of 2<sup>level</sup> leaves from {@code index << level} on; at level 0, a leaf hash.
     * Callers ask only for subtrees whose leaves are all held.
     *
     * @throws RuntimeException if the subtree is not held or cannot be read: a caller's or a storage's error, never an
     *     effect of foreign bytes
     */
    Hash node(int level, long index);

    /** Number of leading leaves that are not known: subtrees among them cannot be asked for. */
    default long first() {
        return 0;
    }
}
