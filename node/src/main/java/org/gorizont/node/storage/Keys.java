// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.ByteBuffer;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;

/** Keys of the families; all numbers are big endian and not negative. */
final class Keys {
    /** Bytes of what all versions of a record begin with. */
    static final int VERSIONS_SIZE = Integer.BYTES + RecordId.SIZE;

    private static final int TILE_SIZE = Integer.BYTES + 1 + Long.BYTES;

    private Keys() {}

    /** Above every key that begins with {@code prefix}, a number of a log. */
    static byte[] after(byte[] prefix) {
        return of(ByteBuffer.wrap(prefix).getInt() + 1);
    }

    static byte[] of(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    static byte[] of(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static byte[] entry(int log, long seq) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(log)
                .putLong(seq)
                .array();
    }

    /** Number of the log of an entry. */
    static int log(byte[] entryKey) {
        return ByteBuffer.wrap(entryKey).getInt();
    }

    static long seq(byte[] entryKey) {
        return ByteBuffer.wrap(entryKey).getLong(Integer.BYTES);
    }

    /** The beginning that all versions of a record share; the newest one comes first. */
    static byte[] versions(int log, RecordId record) {
        return ByteBuffer.allocate(VERSIONS_SIZE)
                .putInt(log)
                .put(record.bytes().unsafeArray())
                .array();
    }

    static byte[] version(int log, RecordId record, long seq) {
        return ByteBuffer.allocate(VERSIONS_SIZE + Long.BYTES)
                .put(versions(log, record))
                .putLong(Long.MAX_VALUE - seq)
                .array();
    }

    static long seqOfVersion(byte[] version) {
        return Long.MAX_VALUE - ByteBuffer.wrap(version).getLong(VERSIONS_SIZE);
    }

    static byte[] tile(int log, HashTiles.TileId tile) {
        return ByteBuffer.allocate(TILE_SIZE)
                .putInt(log)
                .put((byte) tile.level())
                .putLong(tile.index())
                .array();
    }

    static byte[] of(Hash hash) {
        return hash.bytes().unsafeArray();
    }

    static byte[] of(Hash first, Hash second) {
        return first.bytes().plus(second.bytes()).unsafeArray();
    }

    static byte[] of(Hash first, Bytes second) {
        return first.bytes().plus(second).unsafeArray();
    }

    static byte[] of(int log, Hash hash) {
        return ByteBuffer.allocate(Integer.BYTES + Hash.SIZE)
                .putInt(log)
                .put(of(hash))
                .array();
    }

    static byte[] of(Hash hash, int log) {
        return ByteBuffer.allocate(Integer.BYTES + Hash.SIZE)
                .put(of(hash))
                .putInt(log)
                .array();
    }

    static byte[] fork(Bytes logKey, long index) {
        return ByteBuffer.allocate(logKey.size() + Long.BYTES)
                .put(logKey.unsafeArray())
                .putLong(index)
                .array();
    }
}
