// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** An Ed25519 public key, 32 bytes (RFC 8032). Whether it is a point of full order is checked where it is used. */
public record PublicKey(Bytes bytes) implements Comparable<PublicKey> {
    public static final int SIZE = 32;

    public PublicKey {
        Checks.size("public key", bytes, SIZE);
    }

    @Override
    public int compareTo(PublicKey other) {
        return bytes.compareTo(other.bytes);
    }

    @Override
    public String toString() {
        return bytes.hex();
    }
}
