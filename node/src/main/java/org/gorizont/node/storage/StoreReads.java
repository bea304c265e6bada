// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Joining;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.OpenInvitation;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;
import org.jspecify.annotations.Nullable;

/** Reads of a store, over what is committed or over what is staged too. As thread-safe as its view. */
class StoreReads implements LogStore {
    private static final byte[] FIRST = {};

    private final View view;
    private final Supplier<Bytes> epoch;

    /** @param epoch as it is when it is asked for: a restored store takes another one */
    StoreReads(View view, Supplier<Bytes> epoch) {
        this.view = view;
        this.epoch = epoch;
    }

    /** Number of a log, if it has one. */
    OptionalInt number(LogId log) {
        byte @Nullable [] row = view.get(Family.LOGS, log.key().unsafeArray());
        return row == null ? OptionalInt.empty() : OptionalInt.of(StateForm.number(row));
    }

    @Override
    public final Bytes epoch() {
        return epoch.get();
    }

    @Override
    public final long cuts() {
        return Meta.number(view, Meta.CUTS);
    }

    @Override
    public final List<IdentityChain> conflicts() {
        byte[] prefix = Meta.conflicts();
        List<IdentityChain> conflicts = new ArrayList<>();
        try (Scan scan = view.scan(Family.META, prefix)) {
            for (; scan.within(prefix); scan.next()) {
                conflicts.add(Forms.chain(Meta.conflict(scan.key()), scan.value()));
            }
        }
        return conflicts;
    }

    @Override
    public long lastArrival() {
        byte @Nullable [] last = view.last(Family.ARRIVALS);
        return last == null ? 0 : Bytes.wrap(last).toLong();
    }

    @Override
    public final List<Arrival> arrivals(long after, int limit) {
        if (after == Long.MAX_VALUE) {
            return List.of();
        }
        List<Arrival> arrivals = new ArrayList<>();
        try (Scan scan = view.scan(Family.ARRIVALS, Keys.of(after + 1))) {
            for (; arrivals.size() < limit && scan.valid(); scan.next()) {
                arrivals.add(Forms.arrival(scan.key(), scan.value()));
            }
        }
        return arrivals;
    }

    @Override
    public final List<LogState> logs() {
        return all(Family.LOGS, (key, row) -> StateForm.state(LogId.ofKey(Bytes.wrap(key)), row)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public final Optional<LogState> log(LogId log) {
        byte @Nullable [] row = view.get(Family.LOGS, log.key().unsafeArray());
        return row == null ? Optional.empty() : StateForm.state(log, row);
    }

    @Override
    public final Optional<Entry> entry(LogId log, long seq) {
        OptionalInt number = number(log);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        byte[] key = Keys.entry(number.getAsInt(), seq);
        byte @Nullable [] header = view.get(Family.HEADERS, key);
        if (header == null) {
            return Optional.empty();
        }
        byte @Nullable [] body = view.get(Family.BODIES, key);
        return Optional.of(entry(header, Optional.ofNullable(body)));
    }

    @Override
    public final List<Entry> entries(LogId log, long from, long to, int maxBytes) {
        OptionalInt number = number(log);
        return number.isEmpty() || from >= to ? List.of() : entries(number.getAsInt(), from, to, maxBytes);
    }

    @Override
    public final SortedMap<Long, Entry> headers(LogId log, long from, int limit) {
        SortedMap<Long, Entry> taken = new TreeMap<>();
        OptionalInt number = number(log);
        if (number.isPresent()) {
            byte[] prefix = Keys.of(number.getAsInt());
            try (Scan headers = view.scan(Family.HEADERS, Keys.entry(number.getAsInt(), from))) {
                for (; taken.size() < limit && headers.within(prefix); headers.next()) {
                    taken.put(Keys.seq(headers.key()), entry(headers.value(), Optional.empty()));
                }
            }
        }
        return taken;
    }

    private List<Entry> entries(int number, long from, long to, int maxBytes) {
        byte[] first = Keys.entry(number, from);
        byte[] log = Keys.of(number);
        List<Entry> taken = new ArrayList<>();
        long bytes = 0;
        try (Scan headers = view.scan(Family.HEADERS, first);
                Scan bodies = view.scan(Family.BODIES, first)) {
            for (; headers.within(log) && Keys.seq(headers.key()) < to; headers.next()) {
                Entry entry = entry(headers.value(), bodyAt(bodies, headers.key()));
                bytes += entry.sizeBytes();
                boolean gap = Keys.seq(headers.key()) != from + taken.size();
                if (gap || bytes > maxBytes && !taken.isEmpty()) {
                    break;
                }
                taken.add(entry);
            }
        }
        return taken;
    }

    /** The body under this key; {@code bodies} never goes back. */
    private static Optional<byte[]> bodyAt(Scan bodies, byte[] key) {
        while (bodies.valid()) {
            int order = Arrays.compareUnsigned(bodies.key(), key);
            if (order >= 0) {
                return order == 0 ? Optional.of(bodies.value()) : Optional.empty();
            }
            bodies.next();
        }
        return Optional.empty();
    }

    private static Entry entry(byte[] header, Optional<byte[]> body) {
        Optional<Body> read = body.map(Forms::body);
        return LogCodec.entry(Bytes.wrap(header), read);
    }

    @Override
    public final long bytes(LogId log) {
        OptionalInt number = number(log);
        if (number.isEmpty()) {
            return 0;
        }
        byte[] prefix = Keys.of(number.getAsInt());
        return view.bytes(Family.HEADERS, prefix) + view.bytes(Family.BODIES, prefix);
    }

    @Override
    public final List<Hash> tile(LogId log, HashTiles.TileId tile) {
        OptionalInt number = number(log);
        byte @Nullable [] value = number.isEmpty() ? null : view.get(Family.TILES, Keys.tile(number.getAsInt(), tile));
        return value == null ? List.of() : Forms.tile(value);
    }

    @Override
    public final List<Long> missingBodies(LogId log, long from, int limit) {
        return seqs(Family.MISSING, log, from, limit);
    }

    @Override
    public final List<Long> versions(LogId log, RecordId record, long below, int limit) {
        OptionalInt number = number(log);
        if (number.isEmpty() || below == 0) {
            return List.of();
        }
        byte[] prefix = Keys.versions(number.getAsInt(), record);
        List<Long> versions = new ArrayList<>();
        try (Scan scan = view.scan(Family.VERSIONS, Keys.version(number.getAsInt(), record, below - 1))) {
            for (; versions.size() < limit && scan.within(prefix); scan.next()) {
                versions.add(Keys.seqOfVersion(scan.key()));
            }
        }
        return versions;
    }

    @Override
    public final SortedSet<RecordId> withVersions(LogId log, SortedSet<RecordId> records, long below) {
        SortedSet<RecordId> found = new TreeSet<>();
        OptionalInt number = number(log);
        if (number.isEmpty() || below == 0 || records.isEmpty()) {
            return found;
        }
        try (Scan scan = view.scan(Family.VERSIONS, Keys.version(number.getAsInt(), records.first(), below - 1))) {
            for (RecordId record : records) {
                scan.to(Keys.version(number.getAsInt(), record, below - 1));
                if (scan.within(Keys.versions(number.getAsInt(), record))) {
                    found.add(record);
                }
            }
        }
        return found;
    }

    @Override
    public final List<Long> erasures(LogId log, long from, int limit) {
        return seqs(Family.ERASURES, log, from, limit);
    }

    private List<Long> seqs(Family family, LogId log, long from, int limit) {
        OptionalInt number = number(log);
        if (number.isEmpty()) {
            return List.of();
        }
        byte[] prefix = Keys.of(number.getAsInt());
        List<Long> seqs = new ArrayList<>();
        try (Scan scan = view.scan(family, Keys.entry(number.getAsInt(), from))) {
            for (; seqs.size() < limit && scan.within(prefix); scan.next()) {
                seqs.add(Keys.seq(scan.key()));
            }
        }
        return seqs;
    }

    @Override
    public final List<IdentityChain> chains() {
        return all(Family.CHAINS, Forms::chain);
    }

    @Override
    public final Optional<IdentityChain> chain(SchoolId school) {
        byte[] key = Keys.of(school.hash());
        return Optional.ofNullable(view.get(Family.CHAINS, key)).map(value -> Forms.chain(key, value));
    }

    @Override
    public final List<CharterBytes> charters() {
        return all(
                Family.CHARTERS, (key, value) -> new CharterBytes(new CircleId(Hash.wrap(key)), Bytes.copyOf(value)));
    }

    @Override
    public final Optional<Cursor> cursor(SchoolId peer, CircleId circle) {
        byte[] key = Keys.of(circle.hash(), peer.hash());
        return Optional.ofNullable(view.get(Family.CURSORS, key)).map(Forms::cursor);
    }

    @Override
    public final List<Signed<Receipt>> receipts(LogId log) {
        OptionalInt number = number(log);
        return number.isEmpty() ? List.of() : receipts(Keys.of(number.getAsInt()));
    }

    @Override
    public final Optional<Signed<Receipt>> receipt(LogId log, SchoolId holder) {
        OptionalInt number = number(log);
        return number.isEmpty() ? Optional.empty() : receipt(Keys.of(number.getAsInt(), holder.hash()));
    }

    private Optional<Signed<Receipt>> receipt(byte[] line) {
        return Optional.ofNullable(view.get(Family.RECEIPT_LINES, line))
                // A reader on another thread may be between two commits.
                .flatMap(hash -> Optional.ofNullable(view.get(Family.RECEIPTS, hash)))
                .map(Forms::receipt);
    }

    private List<Signed<Receipt>> receipts(byte[] log) {
        List<Signed<Receipt>> receipts = new ArrayList<>();
        try (Scan lines = view.scan(Family.RECEIPT_LINES, log)) {
            for (; lines.within(log); lines.next()) {
                byte @Nullable [] receipt = view.get(Family.RECEIPTS, lines.value());
                // A reader on another thread may be between two commits.
                if (receipt != null) {
                    receipts.add(Forms.receipt(receipt));
                }
            }
        }
        return receipts;
    }

    @Override
    public final List<Signed<AddressRecord>> addresses() {
        return all(Family.ADDRESSES, (_, value) -> Forms.address(value));
    }

    @Override
    public final List<ForkProof> forks() {
        return all(Family.FORKS, (_, value) -> Forms.fork(value));
    }

    @Override
    public final List<OpenInvitation> invitations() {
        return all(Family.INVITATIONS, Forms::invitation);
    }

    @Override
    public final List<Joining> joinings() {
        return all(Family.JOININGS, Forms::joining);
    }

    private <T> List<T> all(Family family, BiFunction<byte[], byte[], T> form) {
        List<T> all = new ArrayList<>();
        try (Scan scan = view.scan(family, FIRST)) {
            for (; scan.valid(); scan.next()) {
                all.add(form.apply(scan.key(), scan.value()));
            }
        }
        return all;
    }
}
