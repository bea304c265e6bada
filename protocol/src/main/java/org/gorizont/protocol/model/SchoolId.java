// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** Identity of a school: the hash of its genesis, never a key and never a name. */
public record SchoolId(Hash hash) implements Comparable<SchoolId> {
    private static final int SHORT_LETTERS = 8;

    public static SchoolId ofHex(String hex) {
        return new SchoolId(Hash.ofHex(hex));
    }

    /** The first eight hexadecimal digits in two groups: enough to tell schools of equal name apart on a page. */
    public String shortForm() {
        String hex = hash.bytes().hex().substring(0, SHORT_LETTERS);
        return hex.substring(0, SHORT_LETTERS / 2) + "-" + hex.substring(SHORT_LETTERS / 2);
    }

    @Override
    public int compareTo(SchoolId other) {
        return hash.compareTo(other.hash);
    }

    @Override
    public String toString() {
        return hash.toString();
    }
}
