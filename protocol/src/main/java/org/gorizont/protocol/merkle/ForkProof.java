// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.List;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SignedHead;

/**
 * Two heads of one log that no single history can have, and the first entry in which they differ. With the owner's
 * identity chain it convinces anyone, without any other knowledge of the log.
 *
 * <p>The instance is only well-formed. {@link #differs} decides what hashes can prove; that both signatures hold, under
 * the key of the log's incarnation and not beyond a seal, is for the reader to check.
 *
 * @param index of the first difference
 * @param firstLeaf leaf hash at {@code index} under the first head
 * @param firstPath audit path of {@code firstLeaf} under the first head, as in {@link Inclusion}
 */
public record ForkProof(
        SignedHead first,
        SignedHead second,
        long index,
        Hash firstLeaf,
        Hash secondLeaf,
        List<Hash> firstPath,
        List<Hash> secondPath) {

    /** @throws IllegalArgumentException if {@code index} is negative or a path has too many hashes */
    public ForkProof {
        Checks.notNegative("index", index);
        firstPath = Checks.path(firstPath);
        secondPath = Checks.path(secondPath);
    }

    /**
     * Whether the heads are of one log, and their trees agree in {@code [0, index)} and differ at {@code index}.
     *
     * <p>Both audit paths must lead from their leaf to their root, for the sizes in the heads. Then the left siblings in
     * each path are the compact range of {@code [0, index)} under that root, whatever the two sizes are, because its
     * shape depends on {@code index} alone. Equal left siblings are therefore equal entries before {@code index}; so
     * nobody can prove a later difference in place of the first, and growth stops at the same index for everyone.
     */
    public boolean differs() {
        if (!first.log().equals(second.log()) || index >= Math.min(first.size(), second.size())) {
            return false;
        }
        Inclusion inFirst = new Inclusion(index, first.size(), firstPath);
        Inclusion inSecond = new Inclusion(index, second.size(), secondPath);
        return !firstLeaf.equals(secondLeaf)
                && inFirst.verifies(firstLeaf, first.root())
                && inSecond.verifies(secondLeaf, second.root())
                && inFirst.leftSiblings().equals(inSecond.leftSiblings());
    }
}
