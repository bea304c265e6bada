// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.gorizont.protocol.model.Bytes;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Keys and values of the read models, in a store of their own. Writes are atomic and not synced: what a crash takes away
 * is folded again. Reads may come from any thread.
 *
 * <p>A failing disk throws {@link UncheckedIOException}; nothing that failed reads as absent.
 */
final class ReadStore implements AutoCloseable {
    private static final long WRITE_BUFFER_BYTES = 2 << 20;
    private static final long CACHE_BYTES = 4 << 20;

    static {
        // Before any other class of RocksDB: they call native code in their constructors and do not load it.
        RocksDB.loadLibrary();
    }

    private final LRUCache cache = new LRUCache(CACHE_BYTES);
    private final Options options;
    private final WriteOptions unsynced = new WriteOptions();
    private final RocksDB db;

    private ReadStore(Path folder) throws RocksDBException {
        options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxBackgroundJobs(2)
                .setKeepLogFileNum(2)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache));
        db = RocksDB.open(options, folder.toString());
    }

    /** Opens the store; one that cannot be opened is dropped and begun anew, since everything in it can be built again. */
    static ReadStore open(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            return new ReadStore(folder);
        } catch (RocksDBException damaged) {
            drop(folder);
            try {
                return new ReadStore(folder);
            } catch (RocksDBException e) {
                e.addSuppressed(damaged);
                throw new IOException("cannot open " + folder + ": " + e.getMessage(), e);
            }
        }
    }

    Optional<Bytes> get(Bytes key) {
        try {
            return Optional.ofNullable(db.get(key.unsafeArray())).map(Bytes::wrap);
        } catch (RocksDBException e) {
            throw unreadable(e);
        }
    }

    /** Shows keys with this prefix and their values, ascending from {@code from}, until the visitor has enough. */
    void scan(Bytes prefix, Bytes from, Visitor visitor) {
        try (Slice end = new Slice(after(prefix));
                ReadOptions bounded = new ReadOptions().setIterateUpperBound(end);
                RocksIterator iterator = db.newIterator(bounded)) {
            iterator.seek(from.unsafeArray());
            while (iterator.isValid() && visitor.visit(Bytes.wrap(iterator.key()), Bytes.wrap(iterator.value()))) {
                iterator.next();
            }
            iterator.status();
        } catch (RocksDBException e) {
            throw unreadable(e);
        }
    }

    void write(Changes changes) {
        try (WriteBatch batch = new WriteBatch()) {
            changes.into(batch);
            db.write(unsynced, batch);
        } catch (RocksDBException e) {
            throw unreadable(e);
        }
    }

    /** Writes all files anew, without what was deleted or written over. On any thread; takes as long as that takes. */
    void rewrite() throws IOException {
        try (FlushOptions flush = new FlushOptions().setWaitForFlush(true);
                CompactRangeOptions compact = new CompactRangeOptions()
                        .setExclusiveManualCompaction(false)
                        .setBottommostLevelCompaction(BottommostLevelCompaction.kForce)) {
            db.flush(flush);
            db.compactRange(db.getDefaultColumnFamily(), null, null, compact);
        } catch (RocksDBException e) {
            throw new IOException("the store of the read models cannot be written anew: " + e.getMessage(), e);
        }
    }

    void clear() {
        try {
            db.deleteRange(new byte[] {0}, new byte[] {(byte) 0xff});
        } catch (RocksDBException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        db.close();
        unsynced.close();
        options.close();
        cache.close();
    }

    private static byte[] after(Bytes prefix) {
        byte[] end = prefix.toArray();
        int last = end.length - 1;
        while (end[last] == (byte) 0xff) {
            end[last--] = 0;
        }
        end[last]++;
        return end;
    }

    private static void drop(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private static UncheckedIOException unreadable(RocksDBException e) {
        String what = "the store of the read models cannot be used: " + e.getMessage();
        return new UncheckedIOException(what, new IOException(e));
    }

    /** What a scan shows. */
    interface Visitor {
        /** Returns whether the scan goes on. */
        boolean visit(Bytes key, Bytes value);
    }

    /** Changes that are written together; a later one of the same key wins. */
    static final class Changes {
        private final SequencedMap<Bytes, Optional<Bytes>> byKey = new LinkedHashMap<>();

        void put(Bytes key, Bytes value) {
            byKey.put(key, Optional.of(value));
        }

        void delete(Bytes key) {
            byKey.put(key, Optional.empty());
        }

        /** What {@code key} will hold; empty when this changes nothing about it. */
        Optional<Optional<Bytes>> pending(Bytes key) {
            return Optional.ofNullable(byKey.get(key));
        }

        private void into(WriteBatch batch) throws RocksDBException {
            for (var change : byKey.entrySet()) {
                if (change.getValue().isPresent()) {
                    batch.put(
                            change.getKey().unsafeArray(),
                            change.getValue().get().unsafeArray());
                } else {
                    batch.delete(change.getKey().unsafeArray());
                }
            }
        }
    }
}
