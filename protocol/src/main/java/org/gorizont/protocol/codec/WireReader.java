// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

/** Reads protobuf's basic encodings in the one form that is allowed here. Never reads beyond a given end. */
final class WireReader {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int FIXED32 = 5;

    private static final int MAX_VARINT_BYTES = 10;
    private static final int PAYLOAD_BITS = 7;
    private static final int PAYLOAD = 0x7f;
    private static final int MORE = 0x80;

    private final byte[] bytes;
    private int position;

    WireReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    /** Up to 64 bits in at most ten bytes, none of them superfluous. */
    long varint(int end) throws Malformed {
        long value = 0;
        for (int i = 0; i < MAX_VARINT_BYTES; i++) {
            if (position >= end) {
                throw new Malformed("the bytes end inside a number");
            }
            int next = bytes[position++];
            value |= (long) (next & PAYLOAD) << (PAYLOAD_BITS * i);
            if ((next & MORE) == 0) {
                if (next == 0 && i > 0 || i == MAX_VARINT_BYTES - 1 && next != 1) {
                    throw new Malformed("a number is not in its shortest form, or exceeds 64 bits");
                }
                return value;
            }
        }
        throw new Malformed("a number is longer than " + MAX_VARINT_BYTES + " bytes");
    }

    /** Reads a length and gives the position behind the bytes that it counts. */
    int lengthEnd(int end) throws Malformed {
        long length = varint(end);
        if (length < 0 || length > end - position) {
            throw new Malformed("a length reaches beyond the bytes around it");
        }
        return position + (int) length;
    }

    void skip(int count, int end) throws Malformed {
        if (count > end - position) {
            throw new Malformed("the bytes end inside a field");
        }
        position += count;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }
}
