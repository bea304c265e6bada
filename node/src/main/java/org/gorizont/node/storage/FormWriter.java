// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.gorizont.protocol.model.Bytes;

/** Writes the parts of a value one after another: numbers big endian, byte strings behind their length. */
final class FormWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    FormWriter number(int number) {
        return fixed(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    FormWriter number(long number) {
        return fixed(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    FormWriter flag(boolean flag) {
        out.write(flag ? 1 : 0);
        return this;
    }

    /** Bytes whose length the reader knows, or which go to the end. */
    FormWriter fixed(Bytes bytes) {
        return fixed(bytes.unsafeArray());
    }

    FormWriter sized(Bytes bytes) {
        return number(bytes.size()).fixed(bytes);
    }

    byte[] done() {
        return out.toByteArray();
    }

    private FormWriter fixed(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
        return this;
    }
}
