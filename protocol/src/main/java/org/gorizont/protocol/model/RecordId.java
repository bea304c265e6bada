// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** Identity of a record within its school, 16 bytes: later entries with the same id take the place of earlier ones. */
public record RecordId(Bytes bytes) implements Comparable<RecordId> {
    public static final int SIZE = 16;

    public RecordId {
        Checks.size("record id", bytes, SIZE);
    }

    public static RecordId ofHex(String hex) {
        return new RecordId(Bytes.ofHex(hex));
    }

    @Override
    public int compareTo(RecordId other) {
        return bytes.compareTo(other.bytes);
    }

    @Override
    public String toString() {
        return bytes.hex();
    }
}
