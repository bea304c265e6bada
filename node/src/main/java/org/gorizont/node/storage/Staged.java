// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import org.jspecify.annotations.Nullable;
import org.rocksdb.WriteBatchWithIndex;

/** Rows that wait for the next commit, seen on top of what is committed. For the writing thread. */
final class Staged implements View, AutoCloseable {
    private final Database database;
    private final WriteBatchWithIndex batch = new WriteBatchWithIndex(true);

    private long bytes;

    Staged(Database database) {
        this.database = database;
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        return database.get(batch, family, key);
    }

    @Override
    public Scan scan(Family family, byte[] from) {
        return database.scan(batch, family, from);
    }

    @Override
    public long bytes(Family family, byte[] prefix) {
        return database.bytes(family, prefix);
    }

    void put(Family family, byte[] key, byte[] value) {
        database.put(batch, family, key, value);
        bytes += key.length + value.length;
    }

    void delete(Family family, byte[] key) {
        database.delete(batch, family, key);
    }

    boolean isEmpty() {
        return batch.count() == 0;
    }

    /** Bytes of the rows that were put since the last {@link #clear}. */
    long bytes() {
        return bytes;
    }

    /** Writes everything, or, after a failure, perhaps everything; nothing is forgotten before {@link #clear}. */
    void write() throws StoreFailed {
        database.write(batch);
    }

    void clear() {
        batch.clear();
        bytes = 0;
    }

    @Override
    public void close() {
        batch.close();
    }
}
