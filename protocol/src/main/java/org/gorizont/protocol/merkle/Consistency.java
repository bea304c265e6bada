// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.List;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Hash;

/**
 * That the first {@code oldSize} leaves of two trees are the same (RFC 9162 §2.1.4). The instance is only well-formed;
 * {@link #verifies} decides. Beyond the RFC, every tree extends the empty one, without a hash.
 *
 * @param oldSize of the smaller tree; a root does not bind it, so compare it with what is held
 * @param newSize of the larger tree; compare it with the signed head's
 * @param hashes as in the RFC, at most {@link Proofs#MAX_HASHES}
 */
public record Consistency(long oldSize, long newSize, List<Hash> hashes) {
    /** @throws IllegalArgumentException if the sizes are negative or in the wrong order, or there are too many hashes */
    public Consistency {
        Checks.notNegative("old size", oldSize);
        if (oldSize > newSize) {
            throw new IllegalArgumentException("old size " + oldSize + " is above new size " + newSize);
        }
        hashes = Checks.path(hashes);
    }

    /** Whether the tree with {@code newRoot} begins with the leaves of the tree with {@code oldRoot}. */
    public boolean verifies(Hash oldRoot, Hash newRoot) {
        if (oldSize == newSize) {
            return hashes.isEmpty() && oldRoot.equals(newRoot) && fitsEmpty(oldRoot);
        }
        if (oldSize == 0) {
            return hashes.isEmpty() && fitsEmpty(oldRoot);
        }
        // A perfect old tree is itself the first subtree of the new one and is left out of the proof.
        boolean perfect = Long.bitCount(oldSize) == 1;
        if (!perfect && hashes.isEmpty()) {
            return false;
        }
        Hash start = perfect ? oldRoot : hashes.getFirst();
        return verifies(start, perfect ? hashes : hashes.subList(1, hashes.size()), oldRoot, newRoot);
    }

    private boolean verifies(Hash start, List<Hash> siblings, Hash oldRoot, Hash newRoot) {
        // From the last leaf of the old tree up to the largest subtree that ends with it.
        int level = Long.numberOfTrailingZeros(oldSize);
        Climb climb = new Climb((oldSize - 1) >>> level, (newSize - 1) >>> level);
        Hash oldNode = start;
        Hash newNode = start;
        for (Hash sibling : siblings) {
            if (climb.atRoot()) {
                return false;
            }
            if (climb.passesLeft()) {
                oldNode = Hashing.node(sibling, oldNode);
                newNode = Hashing.node(sibling, newNode);
            } else {
                newNode = Hashing.node(newNode, sibling);
            }
        }
        return climb.atRoot() && oldNode.equals(oldRoot) && newNode.equals(newRoot);
    }

    private boolean fitsEmpty(Hash oldRoot) {
        return oldSize > 0 || oldRoot.equals(Hashing.emptyRoot());
    }
}
