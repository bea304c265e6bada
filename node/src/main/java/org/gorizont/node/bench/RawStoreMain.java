// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** {@code RawStoreMain --data DIR}: prints how many records of 500 B a second RocksDB writes, one fsync a thousand. */
public final class RawStoreMain {
    private static final int RECORDS = 200_000;
    private static final int BATCH = 1_000;
    private static final int RECORD_BYTES = 500;

    private RawStoreMain() {}

    public static void main(String[] args) throws IOException, RocksDBException {
        Path folder = Path.of(args[1]);
        Files.createDirectories(folder);
        byte[] record = new byte[RECORD_BYTES];
        new SecureRandom().nextBytes(record);
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB database = RocksDB.open(options, folder.toString());
                WriteOptions synced = new WriteOptions().setSync(true)) {
            long began = System.nanoTime();
            for (int from = 0; from < RECORDS; from += BATCH) {
                write(database, synced, record, from);
            }
            System.out.println(RECORDS * 1e9 / (System.nanoTime() - began));
        }
    }

    private static void write(RocksDB database, WriteOptions synced, byte[] record, int from) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (int i = from; i < from + BATCH; i++) {
                batch.put(ByteBuffer.allocate(Long.BYTES).putLong(i).array(), record);
            }
            database.write(synced, batch);
        }
    }
}
