// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows that wait for the next commit, seen on top of what is committed. Kept here and not in RocksDB's indexed batch, where
 * each row costs several times as much. For the writing thread.
 */
final class Staged implements View, AutoCloseable {
    private final Database database;
    /** An empty row is to be deleted. */
    private final Map<Family, NavigableMap<byte[], Optional<byte[]>>> rows = new EnumMap<>(Family.class);

    private long bytes;

    Staged(Database database) {
        this.database = database;
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        Optional<byte[]> row = of(family).get(key);
        return row == null ? database.get(family, key) : row.orElse(null);
    }

    @Override
    public Scan scan(Family family, byte[] from) {
        return new StagedScan(database.scan(family, from), of(family), from);
    }

    @Override
    public byte @Nullable [] last(Family family) {
        return of(family).isEmpty() ? database.last(family) : of(family).lastKey();
    }

    @Override
    public long bytes(Family family, byte[] prefix) {
        return database.bytes(family, prefix);
    }

    /** Takes both arrays over without a copy. */
    void put(Family family, byte[] key, byte[] value) {
        of(family).put(key, Optional.of(value));
        bytes += key.length + value.length;
    }

    void delete(Family family, byte[] key) {
        of(family).put(key, Optional.empty());
    }

    boolean isEmpty() {
        return rows.values().stream().allMatch(Map::isEmpty);
    }

    /** Bytes of the rows that were put since the last {@link #clear}. */
    long bytes() {
        return bytes;
    }

    /** Writes everything, or, after a failure, perhaps everything; nothing is forgotten before {@link #clear}. */
    void write() throws StoreFailed {
        database.write(rows);
    }

    void clear() {
        rows.values().forEach(Map::clear);
        bytes = 0;
    }

    @Override
    public void close() {
        clear();
    }

    private NavigableMap<byte[], Optional<byte[]>> of(Family family) {
        return rows.computeIfAbsent(family, _ -> new TreeMap<>(Arrays::compareUnsigned));
    }
}
