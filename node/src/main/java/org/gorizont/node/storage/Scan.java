// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** A walk over rows. Holds the database open until it is closed; for one thread. */
final class Scan implements AutoCloseable {
    private final RocksIterator iterator;
    private final Lock open;

    /** @param open held already; given back by {@link #close} */
    Scan(RocksIterator iterator, Lock open) {
        this.iterator = iterator;
        this.open = open;
    }

    /** Whether there is a row here; a failed read is no end of rows. */
    boolean valid() {
        if (iterator.isValid()) {
            return true;
        }
        try {
            iterator.status();
            return false;
        } catch (RocksDBException e) {
            throw new StoreUnreadable("cannot read on: " + e.getMessage(), e);
        }
    }

    /** Whether there is a row here whose key begins with {@code prefix}. */
    boolean within(byte[] prefix) {
        if (!valid()) {
            return false;
        }
        byte[] key = iterator.key();
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    void next() {
        iterator.next();
    }

    void toLast() {
        iterator.seekToLast();
    }

    byte[] key() {
        return iterator.key();
    }

    byte[] value() {
        return iterator.value();
    }

    @Override
    public void close() {
        iterator.close();
        open.unlock();
    }
}
