// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** An Ed25519 signature, 64 bytes (RFC 8032). */
public record Signature(Bytes bytes) {
    public static final int SIZE = 64;

    public Signature {
        Checks.size("signature", bytes, SIZE);
    }
}
