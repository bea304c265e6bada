// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.merkle.HashTiles.TileId;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Verb;

/** What is stored of one log. */
final class MemoryLog {
    private static final Comparator<TileId> TILES =
            Comparator.comparingInt(TileId::level).thenComparingLong(TileId::index);

    private final Table<Integer, LogState> state;
    private final Table<Long, Entry> entries;
    private final Table<Long, Boolean> missing;
    private final Table<Place, Boolean> versions;
    private final Table<Long, Boolean> erasures;
    private final Table<TileId, List<Hash>> tiles;
    private final Table<SchoolId, Signed<Receipt>> receipts;

    /** Where an entry of a record stands; the newest one of a record first. */
    private record Place(RecordId record, long seq) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byRecord = record.compareTo(other.record);
            return byRecord != 0 ? byRecord : Long.compare(other.seq, seq);
        }
    }

    MemoryLog(Journal journal) {
        this.state = new Table<>(Comparator.naturalOrder(), journal);
        this.entries = new Table<>(Comparator.naturalOrder(), journal);
        this.missing = new Table<>(Comparator.naturalOrder(), journal);
        this.versions = new Table<>(Comparator.naturalOrder(), journal);
        this.erasures = new Table<>(Comparator.naturalOrder(), journal);
        this.tiles = new Table<>(TILES, journal);
        this.receipts = new Table<>(Comparator.naturalOrder(), journal);
    }

    private MemoryLog(MemoryLog other, Journal journal) {
        this.state = other.state.copy(journal);
        this.entries = other.entries.copy(journal);
        this.missing = other.missing.copy(journal);
        this.versions = other.versions.copy(journal);
        this.erasures = other.erasures.copy(journal);
        this.tiles = other.tiles.copy(journal);
        this.receipts = other.receipts.copy(journal);
    }

    MemoryLog copy(Journal journal) {
        return new MemoryLog(this, journal);
    }

    Optional<LogState> state() {
        return state.get(0);
    }

    void advance(LogState next) {
        state.put(0, next);
    }

    void cut(LogState next) {
        state.put(0, next);
        entries.removeIf(seq -> seq >= next.held());
        missing.removeIf(seq -> seq >= next.held());
        versions.removeIf(place -> place.seq >= next.held());
        erasures.removeIf(seq -> seq >= next.held());
    }

    void raise(long from, long to) {
        versions.removeIf(place -> place.seq >= from && place.seq < to);
        entries.removeIf(seq -> seq >= from && seq < to);
        erasures.removeIf(seq -> seq >= from && seq < to);
        missing.removeIf(seq -> seq >= from && seq < to);
    }

    void add(long start, List<Entry> added) {
        long seq = start;
        for (Entry entry : added) {
            entries.put(seq, entry);
            if (entry.lacksBody()) {
                missing.put(seq, true);
            } else {
                missing.remove(seq);
            }
            index(seq, entry);
            seq++;
        }
    }

    private void index(long seq, Entry entry) {
        entry.header().ifPresent(header -> {
            versions.put(new Place(header.record(), seq), true);
            if (header.verb() == Verb.ERASE) {
                erasures.put(seq, true);
            }
        });
    }

    void addBody(long seq, Body body) {
        entries.get(seq).ifPresent(entry -> entries.put(seq, entry.withBody(body)));
        missing.remove(seq);
    }

    void dropBody(long seq) {
        entries.get(seq).ifPresent(entry -> entries.put(seq, entry.withoutBody()));
        missing.remove(seq);
    }

    void awaitBody(long seq) {
        missing.put(seq, true);
    }

    List<Long> versions(RecordId record, long below, int limit) {
        return below == 0
                ? List.of()
                : versions.keysFrom(new Place(record, below - 1), limit).stream()
                        .takeWhile(place -> place.record.equals(record))
                        .map(Place::seq)
                        .toList();
    }

    List<Long> erasures(long from, int limit) {
        return erasures.keysFrom(from, limit);
    }

    Optional<Entry> entry(long seq) {
        return entries.get(seq);
    }

    List<Entry> entries(long from, long to, int maxBytes) {
        List<Entry> taken = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Long, Entry> row :
                entries.between(from, Math.max(from, to)).entrySet()) {
            bytes += row.getValue().sizeBytes();
            if (row.getKey() != from + taken.size() || bytes > maxBytes && !taken.isEmpty()) {
                break;
            }
            taken.add(row.getValue());
        }
        return taken;
    }

    SortedMap<Long, Entry> headers(long from, int limit) {
        SortedMap<Long, Entry> taken = new TreeMap<>();
        for (Map.Entry<Long, Entry> row : entries.between(from, Long.MAX_VALUE).entrySet()) {
            if (taken.size() == limit) {
                break;
            }
            taken.put(row.getKey(), row.getValue());
        }
        return taken;
    }

    long bytes() {
        return entries.values().stream().mapToLong(Entry::sizeBytes).sum();
    }

    void writeTile(TileId tile, List<Hash> hashes) {
        tiles.put(tile, hashes);
    }

    List<Hash> tile(TileId tile) {
        return tiles.get(tile).orElse(List.of());
    }

    List<Long> missingBodies(long from, int limit) {
        return missing.keysFrom(from, limit);
    }

    void store(Signed<Receipt> receipt) {
        receipts.put(receipt.value().holder(), receipt);
    }

    List<Signed<Receipt>> receipts() {
        return receipts.values();
    }

    Optional<Signed<Receipt>> receipt(SchoolId holder) {
        return receipts.get(holder);
    }
}
