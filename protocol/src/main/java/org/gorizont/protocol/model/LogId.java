// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * One log of one writer. {@code incarnation} is the owner's key epoch, so that a new key opens new logs.
 *
 * <p>{@link #key()} is the fixed 72-byte form used as a store key and inside hashes: school (32), channel (4, big
 * endian), scope (32), incarnation (4, big endian).
 */
public record LogId(SchoolId school, Channel channel, Scope scope, int incarnation) implements Comparable<LogId> {
    public static final int KEY_SIZE = 72;

    private static final Comparator<LogId> ORDER = Comparator.comparing(LogId::school)
            .thenComparing(LogId::channel)
            .thenComparing(LogId::scope)
            .thenComparingInt(LogId::incarnation);

    public LogId {
        Checks.notNegative("incarnation", incarnation);
    }

    public Bytes key() {
        ByteBuffer buffer = ByteBuffer.allocate(KEY_SIZE);
        buffer.put(school.hash().bytes().unsafeArray()).putInt(channel.number());
        buffer.put(scope.bytes().unsafeArray()).putInt(incarnation);
        return Bytes.wrap(buffer.array());
    }

    /** @throws IllegalArgumentException if {@code key} is not a 72-byte log key */
    public static LogId ofKey(Bytes key) {
        Checks.size("log key", key, KEY_SIZE);
        ByteBuffer buffer = key.asBuffer();
        byte[] school = new byte[Hash.SIZE];
        buffer.get(school);
        Channel channel = new Channel(buffer.getInt());
        byte[] scope = new byte[Hash.SIZE];
        buffer.get(scope);
        return new LogId(new SchoolId(Hash.wrap(school)), channel, new Scope(Bytes.wrap(scope)), buffer.getInt());
    }

    @Override
    public int compareTo(LogId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return school.shortForm() + "/" + channel + "/"
                + scope.circle().map(c -> c.toString().substring(0, 8)).orElse("*") + "/" + incarnation;
    }
}
