// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.Arrays;
import org.gorizont.protocol.model.Bytes;

/** Protobuf by hand, also what no library would write. */
final class Raw {
    private Raw() {}

    /** A number in its shortest form. */
    static Bytes varint(long value) {
        byte[] bytes = new byte[10];
        int size = 0;
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return Bytes.wrap(Arrays.copyOf(bytes, size));
    }

    static Bytes tag(int field, int wireType) {
        return varint((long) field << 3 | wireType);
    }

    static Bytes number(int field, long value) {
        return tag(field, WireReader.VARINT).plus(varint(value));
    }

    static Bytes block(int field, Bytes content) {
        return tag(field, WireReader.LENGTH).plus(varint(content.size())).plus(content);
    }

    static Bytes repeat(Bytes part, int times) {
        byte[] whole = new byte[part.size() * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part.unsafeArray(), 0, whole, i * part.size(), part.size());
        }
        return Bytes.wrap(whole);
    }

    static Bytes flip(Bytes bytes, int bit) {
        byte[] changed = bytes.toArray();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return Bytes.wrap(changed);
    }
}
