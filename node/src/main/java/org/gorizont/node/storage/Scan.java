// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** A walk over rows. Holds the database open until it is closed; for one thread. */
final class Scan implements AutoCloseable {
    private final RocksIterator iterator;
    private final Lock open;
    /** Of the row here, once it was asked for: each asking crosses into native code and copies. */
    private byte @Nullable [] key;

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
        byte[] here = key();
        return here.length >= prefix.length && Arrays.equals(here, 0, prefix.length, prefix, 0, prefix.length);
    }

    void next() {
        key = null;
        iterator.next();
    }

    /** On, or back, to the first row at or behind {@code from}. */
    void to(byte[] from) {
        key = null;
        iterator.seek(from);
    }

    void toLast() {
        key = null;
        iterator.seekToLast();
    }

    byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = iterator.key();
            key = known;
        }
        return known;
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
