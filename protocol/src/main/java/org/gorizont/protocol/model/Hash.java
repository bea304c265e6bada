// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** A SHA-256 value, 32 bytes. */
public record Hash(Bytes bytes) implements Comparable<Hash> {
    public static final int SIZE = 32;

    public Hash {
        Checks.size("hash", bytes, SIZE);
    }

    public static Hash ofHex(String hex) {
        return new Hash(Bytes.ofHex(hex));
    }

    /** Takes {@code array} over without a copy. */
    public static Hash wrap(byte[] array) {
        return new Hash(Bytes.wrap(array));
    }

    @Override
    public int compareTo(Hash other) {
        return bytes.compareTo(other.bytes);
    }

    @Override
    public String toString() {
        return bytes.hex();
    }
}
