// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.WALRecoveryMode;

/** How RocksDB is set up: small in memory, strict about damage. */
final class Settings implements AutoCloseable {
    private static final long MEBIBYTE = 1L << 20;
    /** Rows of one family that wait in memory before they become a file. */
    private static final long WRITE_BUFFER_BYTES = 4 * MEBIBYTE;
    /** Rows of all families that wait in memory. */
    private static final long WRITE_BUFFERS_BYTES = 16 * MEBIBYTE;
    /** Beyond, the oldest rows that wait become a file, so that the log in front of them can go. */
    private static final long WRITE_AHEAD_LOG_BYTES = 32 * MEBIBYTE;

    private static final long CACHE_BYTES = 8 * MEBIBYTE;
    private static final int BACKGROUND_JOBS = 2;
    private static final int OPEN_FILES = 256;
    private static final int KEPT_INFO_LOGS = 2;
    private static final double BLOOM_BITS = 10;
    /** Part of the rows in memory: what tells at once that none of them speaks of a record. */
    private static final double MEMORY_BLOOM = 0.02;

    private final Cache cache = new LRUCache(CACHE_BYTES);
    private final BloomFilter filter = new BloomFilter(BLOOM_BITS);
    private final DBOptions database;
    private final ColumnFamilyOptions ordinary;
    private final ColumnFamilyOptions versions;

    Settings(boolean create) {
        database = new DBOptions()
                .setCreateIfMissing(create)
                .setCreateMissingColumnFamilies(create)
                .setErrorIfExists(create)
                .setParanoidChecks(true)
                // A torn end is what a power cut leaves; nothing acknowledged stands behind it.
                .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
                // After a failed fsync the log may only look written: its rows must reach new, synced files.
                .setAvoidFlushDuringRecovery(false)
                .setDbWriteBufferSize(WRITE_BUFFERS_BYTES)
                .setMaxTotalWalSize(WRITE_AHEAD_LOG_BYTES)
                .setMaxBackgroundJobs(BACKGROUND_JOBS)
                .setMaxOpenFiles(OPEN_FILES)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(KEPT_INFO_LOGS);
        ordinary = tables();
        // Of most records that come nothing is held yet: that is told without a search.
        versions = tables().useFixedLengthPrefixExtractor(Keys.VERSIONS_SIZE)
                .setMemtablePrefixBloomSizeRatio(MEMORY_BLOOM);
    }

    private ColumnFamilyOptions tables() {
        return new ColumnFamilyOptions()
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
    }

    DBOptions database() {
        return database;
    }

    /** @param family null for one that this version does not know */
    ColumnFamilyOptions of(@Nullable Family family) {
        return family == Family.VERSIONS ? versions : ordinary;
    }

    @Override
    public void close() {
        database.close();
        ordinary.close();
        versions.close();
        filter.close();
        cache.close();
    }
}
