// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import org.gorizont.protocol.model.Bytes;

/**
 * Private keys of one key epoch.
 *
 * @param signing Ed25519, 32 bytes
 * @param sealing X25519, 32 bytes
 */
public record Seeds(Bytes signing, Bytes sealing) {
    public static final int SIZE = 32;

    public Seeds {
        if (signing.size() != SIZE || sealing.size() != SIZE) {
            throw new IllegalArgumentException("a seed is not " + SIZE + " bytes long");
        }
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "Seeds";
    }
}
