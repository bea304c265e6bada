// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.List;
import java.util.OptionalLong;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Hash;

/** Where two trees of one log part, as the audit paths of one of them show. */
final class Difference {
    private Difference() {}

    /**
     * The last seq of the leftmost perfect subtree left of the path's entry that differs from the own tree; empty if none
     * does.
     *
     * @param path verified
     */
    static OptionalLong before(Inclusion path, HashSource own) {
        List<Hash> left = path.leftSiblings();
        List<Hash> ownLeft = Proofs.compactRange(path.seq(), own).hashes();
        long end = 0;
        for (int i = 0; i < left.size(); i++) {
            end += Long.highestOneBit(path.seq() - end);
            if (!left.get(i).equals(ownLeft.get(i))) {
                return OptionalLong.of(end - 1);
            }
        }
        return OptionalLong.empty();
    }
}
