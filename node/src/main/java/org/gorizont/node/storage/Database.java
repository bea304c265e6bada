// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.FlushOptions;
import org.rocksdb.Range;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.SizeApproximationFlag;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB that can be opened again while other threads read. Reads hold the database open; opening it again waits for
 * them and makes them wait. Writing is for one thread.
 */
final class Database implements View, AutoCloseable {
    private static final byte[] FIRST = {};

    private final Path directory;
    private final Lock reading;
    private final Lock replacing;
    private final ReadOptions readOptions = new ReadOptions().setVerifyChecksums(true);
    private final WriteOptions writeOptions;
    private @Nullable OpenDatabase open;

    /** @param synced whether a write waits for the disk; only a test of the tests does without */
    Database(Path directory, OpenDatabase open, boolean synced) {
        ReadWriteLock lock = new ReentrantReadWriteLock();
        this.directory = directory;
        this.reading = lock.readLock();
        this.replacing = lock.writeLock();
        this.writeOptions = new WriteOptions().setSync(synced);
        this.open = open;
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        reading.lock();
        try {
            OpenDatabase now = opened();
            return now.rocks().get(now.handle(family), readOptions, key);
        } catch (RocksDBException e) {
            throw unreadable(family, e);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public CommittedScan scan(Family family, byte[] from) {
        reading.lock();
        try {
            OpenDatabase now = opened();
            RocksIterator iterator = now.rocks().newIterator(now.handle(family), readOptions);
            iterator.seek(from);
            return new CommittedScan(iterator, reading);
        } catch (StoreUnreadable e) {
            reading.unlock();
            throw e;
        }
    }

    @Override
    public byte @Nullable [] last(Family family) {
        try (CommittedScan scan = scan(family, FIRST)) {
            scan.toLast();
            return scan.valid() ? scan.key() : null;
        }
    }

    @Override
    public long bytes(Family family, byte[] prefix) {
        reading.lock();
        try (Slice from = new Slice(prefix);
                Slice to = new Slice(Keys.after(prefix))) {
            OpenDatabase now = opened();
            long[] sizes = now.rocks()
                    .getApproximateSizes(
                            now.handle(family),
                            List.of(new Range(from, to)),
                            SizeApproximationFlag.INCLUDE_FILES,
                            SizeApproximationFlag.INCLUDE_MEMTABLES);
            return sizes[0];
        } finally {
            reading.unlock();
        }
    }

    /** Writes the rows, all or nothing, and waits for the disk; an empty one is deleted. For the writing thread. */
    void write(Map<Family, NavigableMap<byte[], Optional<byte[]>>> rows) throws StoreFailed {
        try (WriteBatch batch = new WriteBatch()) {
            OpenDatabase now = opened();
            for (var family : rows.entrySet()) {
                ColumnFamilyHandle handle = now.handle(family.getKey());
                for (var row : family.getValue().entrySet()) {
                    if (row.getValue().isPresent()) {
                        batch.put(handle, row.getKey(), row.getValue().get());
                    } else {
                        batch.delete(handle, row.getKey());
                    }
                }
            }
            now.rocks().write(writeOptions, batch);
        } catch (RocksDBException | StoreUnreadable e) {
            throw new StoreFailed("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * Closes the database and opens it as if the program had been started again. What its log says is then written into
     * new files and synced, so that it can be relied on. If it does not open, it is opened for reading only.
     */
    void reopen() throws StoreFailed {
        replacing.lock();
        try {
            closeNow();
            open = OpenDatabase.existing(directory);
        } catch (StoreRefused e) {
            open = OpenDatabase.forReadingIfPossible(directory);
            throw new StoreFailed(e.getMessage() == null ? "cannot open " + directory : e.getMessage(), e);
        } finally {
            replacing.unlock();
        }
    }

    /** Makes the families that a store of an older program does not have. Before anybody else uses the database. */
    void addFamilies() throws StoreFailed {
        try {
            opened().addFamilies();
        } catch (RocksDBException e) {
            throw new StoreFailed("cannot add to " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the files of a family anew between two of its keys, both included, without what was deleted; and empties the
     * log in front of all families, which may still tell it. On any thread; takes as long as writing them takes.
     */
    void rewrite(Family family, byte[] from, byte[] to) throws StoreFailed {
        reading.lock();
        try (FlushOptions flush = new FlushOptions().setWaitForFlush(true);
                CompactRangeOptions compact = new CompactRangeOptions()
                        .setExclusiveManualCompaction(false)
                        .setBottommostLevelCompaction(BottommostLevelCompaction.kForce)) {
            OpenDatabase now = opened();
            now.rocks().flush(flush, now.handles());
            now.rocks().compactRange(now.handle(family), from, to, compact);
        } catch (RocksDBException | StoreUnreadable e) {
            throw new StoreFailed("cannot write files of " + directory + " anew: " + e.getMessage(), e);
        } finally {
            reading.unlock();
        }
    }

    /** A copy of what is committed, in hard links where they can be; {@code target} must not exist. */
    void checkpoint(Path target) throws StoreFailed {
        reading.lock();
        try (Checkpoint checkpoint = Checkpoint.create(opened().rocks())) {
            checkpoint.createCheckpoint(target.toString());
        } catch (RocksDBException | StoreUnreadable e) {
            throw new StoreFailed("cannot copy the store to " + target + ": " + e.getMessage(), e);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void close() {
        replacing.lock();
        try {
            closeNow();
            readOptions.close();
            writeOptions.close();
        } finally {
            replacing.unlock();
        }
    }

    private OpenDatabase opened() {
        if (open == null) {
            throw new StoreUnreadable("the store in " + directory + " is closed", new IllegalStateException("closed"));
        }
        return open;
    }

    private void closeNow() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private StoreUnreadable unreadable(Family family, RocksDBException e) {
        return new StoreUnreadable("cannot read " + family + " in " + directory + ": " + e.getMessage(), e);
    }
}
