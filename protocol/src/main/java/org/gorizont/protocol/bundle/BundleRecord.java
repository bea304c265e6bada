// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.gorizont.protocol.model.Bytes;

/**
 * One record of the file: type (1), length of the content (4, big endian), content, CRC-32C of all these (4). The sum tells a
 * torn or worn file, and nothing of who wrote it.
 */
record BundleRecord(byte type, Bytes content) {
    /** What a bundle of this version begins with. */
    static final byte[] FIRST_LINE = "gorizont bundle 1\n".getBytes(StandardCharsets.US_ASCII);
    /** What bundles of all versions begin with. */
    static final int NAME_SIZE = "gorizont bundle ".length();

    static final byte HEADER = 1;
    static final byte FRAME = 2;
    static final byte END = 3;

    static final int HEAD_SIZE = 5;
    static final int AROUND_SIZE = HEAD_SIZE + 4;

    byte[] bytes() {
        int length = content.size();
        ByteBuffer buffer = ByteBuffer.allocate(length + AROUND_SIZE);
        buffer.put(type).putInt(length).put(content.unsafeArray());
        buffer.putInt(sum(buffer.array(), 0, HEAD_SIZE + length));
        return buffer.array();
    }

    /** The length that a record announces; any 32-bit number. */
    static int announced(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at + 1, Integer.BYTES).getInt();
    }

    /** Whether the sum behind a record of that many bytes of content is right. */
    static boolean isWhole(byte[] bytes, int at, int length) {
        int end = at + HEAD_SIZE + length;
        return ByteBuffer.wrap(bytes, end, Integer.BYTES).getInt() == sum(bytes, at, HEAD_SIZE + length);
    }

    static BundleRecord of(byte[] bytes, int at, int length) {
        return new BundleRecord(
                bytes[at], Bytes.wrap(Arrays.copyOfRange(bytes, at + HEAD_SIZE, at + HEAD_SIZE + length)));
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
