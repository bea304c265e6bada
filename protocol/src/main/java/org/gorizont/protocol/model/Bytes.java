// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable byte string with equality, unsigned lexicographic order and lower-case hex. */
public final class Bytes implements Comparable<Bytes> {
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    public static Bytes empty() {
        return EMPTY;
    }

    /** Copies {@code array}. */
    public static Bytes copyOf(byte[] array) {
        return array.length == 0 ? EMPTY : new Bytes(array.clone());
    }

    /** Takes {@code array} over without a copy: the caller must never write to it again. */
    public static Bytes wrap(byte[] array) {
        return array.length == 0 ? EMPTY : new Bytes(array);
    }

    /** @throws IllegalArgumentException if {@code hex} is no even number of hexadecimal digits */
    public static Bytes ofHex(String hex) {
        return wrap(HexFormat.of().parseHex(hex));
    }

    public static Bytes zeros(int length) {
        return wrap(new byte[length]);
    }

    public int size() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    public byte at(int index) {
        return array[index];
    }

    public byte[] toArray() {
        return array.clone();
    }

    /** The bytes themselves, for reading only: hashing, signing and writing out without a copy. */
    public byte[] unsafeArray() {
        return array;
    }

    /** A read-only view. */
    public ByteBuffer asBuffer() {
        return ByteBuffer.wrap(array).asReadOnlyBuffer();
    }

    public Bytes slice(int from, int to) {
        return wrap(Arrays.copyOfRange(array, from, to));
    }

    public Bytes plus(Bytes other) {
        byte[] joined = Arrays.copyOf(array, array.length + other.array.length);
        System.arraycopy(other.array, 0, joined, array.length, other.array.length);
        return wrap(joined);
    }

    public boolean isZero() {
        for (byte b : array) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** The first eight bytes as a big-endian number. */
    public long toLong() {
        return ByteBuffer.wrap(array).getLong();
    }

    public String hex() {
        return HexFormat.of().formatHex(array);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(array, other.array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return hex();
    }
}
