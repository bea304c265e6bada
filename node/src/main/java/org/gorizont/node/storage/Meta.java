// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.jspecify.annotations.Nullable;

/** Rows of {@link Family#META}: what there is once in a store. */
final class Meta {
    static final String SCHEMA = "schema";
    /** The program that made the store or brought it to its schema: what to ask for when this one is too old. */
    static final String PROGRAM = "program";

    static final String EPOCH = "epoch";
    static final String TURN = "turn";
    /** How often entries were taken away. */
    static final String CUTS = "cuts";

    private static final String NEXT_LOG = "next-log";
    /** And an id of a school in hexadecimal digits → the chain that contradicts its chain. */
    private static final String CONFLICT = "conflict-";

    private Meta() {}

    static Optional<Bytes> find(View rows, String name) {
        byte @Nullable [] value = rows.get(Family.META, key(name));
        return value == null ? Optional.empty() : Optional.of(Bytes.wrap(value));
    }

    static long number(View rows, String name) {
        return find(rows, name).map(Bytes::toLong).orElse(0L);
    }

    static void put(Staged rows, String name, long number) {
        rows.put(Family.META, key(name), Keys.of(number));
    }

    static void put(Staged rows, String name, Bytes value) {
        rows.put(Family.META, key(name), value.unsafeArray());
    }

    static void putConflict(Staged rows, Hash school, byte[] chain) {
        rows.put(Family.META, key(CONFLICT + school), chain);
    }

    /** What the names of all conflicts begin with. */
    static byte[] conflicts() {
        return key(CONFLICT);
    }

    /** The school of a conflict. */
    static byte[] conflict(byte[] name) {
        return HexFormat.of().parseHex(new String(name, StandardCharsets.US_ASCII).substring(CONFLICT.length()));
    }

    /** Gives a number that no log has, counted up with what is staged. */
    static int nextLogNumber(Staged rows) {
        byte @Nullable [] value = rows.get(Family.META, key(NEXT_LOG));
        int next = value == null ? 0 : ByteBuffer.wrap(value).getInt();
        rows.put(Family.META, key(NEXT_LOG), Keys.of(Math.addExact(next, 1)));
        return next;
    }

    private static byte[] key(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
