// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.List;
import org.gorizont.protocol.model.Hash;

/** The checks that compact constructors share. */
final class Checks {
    private Checks() {}

    static void notNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " is negative: " + value);
        }
    }

    /** A copy of {@code hashes}, if there are no more than any proof needs. */
    static List<Hash> path(List<Hash> hashes) {
        if (hashes.size() > Proofs.MAX_HASHES) {
            throw new IllegalArgumentException(hashes.size() + " hashes are more than any proof needs");
        }
        return List.copyOf(hashes);
    }
}
