// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Signature;

/** Reads what {@link FormWriter} wrote. A value that this store wrote and cannot read any more is damage. */
final class FormReader {
    private final ByteBuffer in;

    private FormReader(byte[] value) {
        this.in = ByteBuffer.wrap(value);
    }

    /** Reads {@code value} as {@code form} says; {@code family} is for the message. */
    static <T> T read(Family family, byte[] value, Form<T> form) {
        try {
            return form.read(new FormReader(value));
        } catch (BufferUnderflowException | IllegalArgumentException | Malformed e) {
            throw new StoreUnreadable("damaged row of " + family + ": " + e, e);
        }
    }

    int number() {
        return in.getInt();
    }

    long longNumber() {
        return in.getLong();
    }

    boolean flag() {
        return in.get() != 0;
    }

    Bytes fixed(int size) {
        if (size < 0 || size > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[size];
        in.get(bytes);
        return Bytes.wrap(bytes);
    }

    Bytes sized() {
        return fixed(in.getInt());
    }

    Hash hash() {
        return new Hash(fixed(Hash.SIZE));
    }

    Signature signature() {
        return new Signature(fixed(Signature.SIZE));
    }

    Bytes rest() {
        return fixed(in.remaining());
    }

    boolean atEnd() {
        return !in.hasRemaining();
    }

    /** How one kind of value is read. */
    @FunctionalInterface
    interface Form<T> {
        T read(FormReader in) throws Malformed;
    }
}
