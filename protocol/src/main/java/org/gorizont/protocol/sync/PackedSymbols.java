// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.gorizont.protocol.model.Bytes;

/**
 * The bytes of consecutive symbols. Each is its sum (8 bytes, big endian), its checksum (4 bytes, big endian) and the
 * zig-zag varint of how far its count is from the expected one, most often a single byte.
 */
final class PackedSymbols {
    /** Sum, checksum and one byte of count. */
    static final int MIN_BYTES = Long.BYTES + Integer.BYTES + 1;

    private static final int MAX_VARINT_BYTES = 5;
    private static final int MAX_BYTES = Long.BYTES + Integer.BYTES + MAX_VARINT_BYTES;

    private PackedSymbols() {}

    /** What a set of this size puts into symbol {@code index} on average, rounded down. */
    static int expectedCount(int setSize, int index) {
        return (int) (2L * setSize / (index + 2L));
    }

    static Bytes pack(Cells cells, int from, int to, int setSize) {
        ByteBuffer buffer = ByteBuffer.allocate((to - from) * MAX_BYTES);
        for (int index = from; index < to; index++) {
            buffer.putLong(cells.sum(index)).putInt(cells.check(index));
            putVarint(buffer, zigZag(cells.count(index) - expectedCount(setSize, index)));
        }
        return Bytes.wrap(Arrays.copyOf(buffer.array(), buffer.position()));
    }

    /**
     * Reads symbols that begin at index {@code from}.
     *
     * @param most symbols that may be read; what follows is left unread
     * @return empty if no honest node sends these bytes: a symbol is cut off, a varint is too long or not the shortest,
     *     a count is negative or above the set's size, or symbol 0 does not count the whole set
     */
    static Optional<Cells> unpack(Bytes packed, int from, int setSize, int most) {
        ByteBuffer buffer = packed.asBuffer();
        Cells cells = new Cells(Math.min(most, packed.size() / MIN_BYTES));
        int read = 0;
        while (buffer.hasRemaining() && read < most) {
            if (buffer.remaining() < MIN_BYTES) {
                return Optional.empty();
            }
            long sum = buffer.getLong();
            int check = buffer.getInt();
            long varint = varint(buffer);
            long count = unZigZag(varint) + expectedCount(setSize, from + read);
            if (varint < 0 || count < 0 || count > setSize || (from + read == 0 && count != setSize)) {
                return Optional.empty();
            }
            cells.change(read, sum, check, (int) count);
            read++;
        }
        cells.grow(read);
        return Optional.of(cells);
    }

    private static long zigZag(int value) {
        return Integer.toUnsignedLong((value << 1) ^ (value >> 31));
    }

    private static long unZigZag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    private static void putVarint(ByteBuffer buffer, long value) {
        long rest = value;
        while (rest >= 0x80) {
            buffer.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
    }

    /** An unsigned 32-bit number, or -1 if there is none in its shortest form. */
    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int length = 1; length <= MAX_VARINT_BYTES && buffer.hasRemaining(); length++) {
            byte next = buffer.get();
            value |= (next & 0x7FL) << (7 * (length - 1));
            if (next >= 0) {
                boolean shortest = next != 0 || length == 1;
                return shortest && value >>> Integer.SIZE == 0 ? value : -1;
            }
        }
        return -1;
    }
}
