// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** Identity of a circle: the hash of its charter. */
public record CircleId(Hash hash) implements Comparable<CircleId> {
    public static CircleId ofHex(String hex) {
        return new CircleId(Hash.ofHex(hex));
    }

    @Override
    public int compareTo(CircleId other) {
        return hash.compareTo(other.hash);
    }

    @Override
    public String toString() {
        return hash.toString();
    }
}
