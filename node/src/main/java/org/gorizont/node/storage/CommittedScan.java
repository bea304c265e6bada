// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.concurrent.locks.Lock;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** A walk over what is committed. Holds the database open until it is closed. */
final class CommittedScan implements Scan {
    private final RocksIterator iterator;
    private final Lock open;
    /** Of the row here, once it was asked for: each asking crosses into native code and copies. */
    private byte @Nullable [] key;
    /** Whether there is no row here, as far as it was asked for. */
    private boolean atEnd;

    /** @param open held already; given back by {@link #close} */
    CommittedScan(RocksIterator iterator, Lock open) {
        this.iterator = iterator;
        this.open = open;
    }

    /** Whether there is a row here; a failed read is no end of rows. */
    @Override
    public boolean valid() {
        if (atEnd) {
            return false;
        }
        if (key != null || iterator.isValid()) {
            return true;
        }
        try {
            iterator.status();
            atEnd = true;
            return false;
        } catch (RocksDBException e) {
            throw new StoreUnreadable("cannot read on: " + e.getMessage(), e);
        }
    }

    @Override
    public void next() {
        moved();
        iterator.next();
    }

    @Override
    public void to(byte[] from) {
        moved();
        iterator.seek(from);
    }

    void toLast() {
        moved();
        iterator.seekToLast();
    }

    @Override
    public byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = iterator.key();
            key = known;
        }
        return known;
    }

    @Override
    public byte[] value() {
        return iterator.value();
    }

    @Override
    public void close() {
        iterator.close();
        open.unlock();
    }

    private void moved() {
        key = null;
        atEnd = false;
    }
}
