// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;

/**
 * Reads a copy of a store from its first byte to its last: every row by its checksum, every entry by its hash up to the root
 * of its log, every body by what its header promises. Changes nothing.
 */
public final class StoreCheck {
    private static final int READ_BYTES = 4 << 20;

    private final StoreReads reads;

    private StoreCheck(StoreReads reads) {
        this.reads = reads;
    }

    /** What a store holds that was found whole. */
    public record Whole(long logs, long entries) {}

    /**
     * Checks a store that nobody has open.
     *
     * @throws StoreRefused if it cannot be opened, is of a newer version, or something in it is not what was written
     */
    public static Whole of(Path directory) throws StoreRefused {
        try (Database database = new Database(directory, OpenDatabase.forReading(directory), true)) {
            StoreDirectory.checkSchema(directory, database);
            readAll(database);
            Bytes epoch = Meta.find(database, Meta.EPOCH)
                    .orElseThrow(() -> new StoreRefused("the store in " + directory + " has lost its epoch"));
            return new StoreCheck(new StoreReads(database, () -> epoch)).logs();
        } catch (StoreUnreadable | IllegalStateException e) {
            throw new StoreRefused("the store in " + directory + " is damaged: " + e.getMessage(), e);
        }
    }

    private static void readAll(Database database) {
        for (Family family : Family.values()) {
            try (Scan scan = database.scan(family, new byte[0])) {
                while (scan.valid()) {
                    scan.next();
                }
            }
        }
    }

    private Whole logs() throws StoreRefused {
        long entries = 0;
        List<LogState> logs = reads.logs();
        for (LogState log : logs) {
            check(log);
            entries += log.held() - Math.min(log.held(), log.floor());
        }
        return new Whole(logs.size(), entries);
    }

    private void check(LogState log) throws StoreRefused {
        CompactRange range = log.beginning().tree();
        // Between the beginning of the tree and the floor the entries have gone; their hashes stay in the tiles.
        Optional<CompactRange> known = throughTiles(log, range);
        long from = Math.max(log.floor(), range.size());
        while (from < log.held()) {
            List<Entry> entries = reads.entries(log.log(), from, log.held(), READ_BYTES);
            if (entries.isEmpty()) {
                throw damaged(log.log(), "entry " + from + " is missing");
            }
            for (Entry entry : entries) {
                body(log.log(), from, entry);
                if (!tile(log.log(), from).filter(entry.hash()::equals).isPresent()) {
                    throw damaged(log.log(), "entry " + from + " is not the one that was written");
                }
                from++;
            }
            known = known.map(
                    before -> before.appendAll(entries.stream().map(Entry::hash).toList()));
        }
        if (known.isPresent() && !known.get().equals(log.range())) {
            throw damaged(log.log(), "its entries do not have its root");
        }
    }

    private Optional<CompactRange> throughTiles(LogState log, CompactRange range) {
        CompactRange now = range;
        for (long seq = range.size(); seq < Math.min(log.floor(), log.held()); seq++) {
            Optional<Hash> leaf = tile(log.log(), seq);
            if (leaf.isEmpty()) {
                return Optional.empty();
            }
            now = now.append(leaf.get());
        }
        return Optional.of(now);
    }

    private Optional<Hash> tile(LogId log, long seq) {
        List<Hash> tile = reads.tile(log, new HashTiles.TileId(0, seq / HashTiles.WIDTH));
        int at = (int) (seq % HashTiles.WIDTH);
        return at < tile.size() ? Optional.of(tile.get(at)) : Optional.empty();
    }

    private static void body(LogId log, long seq, Entry entry) throws StoreRefused {
        if (entry.body().isPresent()
                && !Hashing.fits(entry.body().get(), entry.header().flatMap(Header::commitment))) {
            throw damaged(log, "the body of entry " + seq + " is not the one that was written");
        }
    }

    private static StoreRefused damaged(LogId log, String how) {
        return new StoreRefused("log " + log + ": " + how);
    }
}
