// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.memory;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Joining;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.OpenInvitation;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.HashTiles.TileId;
import org.gorizont.protocol.model.AddressRecord;
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

/**
 * A store in memory. {@link #sync} makes changes durable; {@link #loseUnsynced} is a power cut and costs what was
 * changed since the last sync; {@link #copy} is a backup or a cloned disk. For one thread.
 */
public final class MemoryLogStore implements LogStore {
    private static final String CUTS = "cuts";

    private final Bytes epoch;
    private final Journal journal;
    private final TreeMap<LogId, MemoryLog> logs;
    private final Table<Long, Arrival> arrivals;
    private final Table<SchoolId, IdentityChain> chains;
    private final Table<SchoolId, IdentityChain> conflicts;
    private final Table<CircleId, CharterBytes> charters;
    private final Table<CursorKey, Cursor> cursors;
    private final Table<SchoolId, Signed<AddressRecord>> addresses;
    private final Table<ForkKey, ForkProof> forks;
    private final Table<InvitationKey, OpenInvitation> invitations;
    private final Table<CircleId, Joining> joinings;
    private final Table<String, Long> counters;

    /** @param epoch 16 bytes, never used for another store */
    public MemoryLogStore(Bytes epoch) {
        this.epoch = epoch;
        this.journal = new Journal();
        this.logs = new TreeMap<>();
        this.arrivals = new Table<>(Comparator.naturalOrder(), journal);
        this.chains = new Table<>(Comparator.naturalOrder(), journal);
        this.conflicts = new Table<>(Comparator.naturalOrder(), journal);
        this.charters = new Table<>(Comparator.naturalOrder(), journal);
        this.cursors = new Table<>(CursorKey.ORDER, journal);
        this.addresses = new Table<>(Comparator.naturalOrder(), journal);
        this.forks = new Table<>(ForkKey.ORDER, journal);
        this.invitations = new Table<>(InvitationKey.ORDER, journal);
        this.joinings = new Table<>(Comparator.naturalOrder(), journal);
        this.counters = new Table<>(Comparator.naturalOrder(), journal);
    }

    private MemoryLogStore(MemoryLogStore other, Bytes epoch) {
        this.epoch = epoch;
        this.journal = new Journal();
        this.logs = new TreeMap<>();
        for (Map.Entry<LogId, MemoryLog> log : other.logs.entrySet()) {
            logs.put(log.getKey(), log.getValue().copy(journal));
        }
        this.arrivals = other.arrivals.copy(journal);
        this.chains = other.chains.copy(journal);
        this.conflicts = other.conflicts.copy(journal);
        this.charters = other.charters.copy(journal);
        this.cursors = other.cursors.copy(journal);
        this.addresses = other.addresses.copy(journal);
        this.forks = other.forks.copy(journal);
        this.invitations = other.invitations.copy(journal);
        this.joinings = other.joinings.copy(journal);
        this.counters = other.counters.copy(journal);
    }

    /**
     * Everything stored so far, synced or not, in a store of its own; values are shared.
     *
     * @param newEpoch the same epoch for a cloned disk, a new one for a restored backup
     */
    public MemoryLogStore copy(Bytes newEpoch) {
        return new MemoryLogStore(this, newEpoch);
    }

    /** Carries the changes out; they are visible at once, and durable after {@link #sync}. */
    public void apply(List<Change> changes) {
        changes.forEach(this::apply);
    }

    /** Makes everything durable that was applied so far. */
    public void sync() {
        journal.forget();
    }

    /** Forgets everything that was applied since the last {@link #sync}. */
    public void loseUnsynced() {
        journal.takeBack();
    }

    private void apply(Change change) {
        switch (change) {
            case Change.EntriesAdded(LogId log, long start, List<Entry> entries) ->
                written(log).add(start, entries);
            case Change.TileWritten(LogId log, TileId tile, List<Hash> hashes) ->
                written(log).writeTile(tile, hashes);
            case Change.LogAdvanced(LogState state) -> written(state.log()).advance(state);
            case Change.LogCut(LogState state) -> {
                written(state.log()).cut(state);
                counters.put(CUTS, cuts() + 1);
            }
            case Change.FloorRaised(LogId log, long from, long to, boolean gap) -> {
                written(log).raise(from, to);
                counters.put(CUTS, cuts() + (gap ? 1 : 0));
            }
            case Change.ArrivalAdded(Arrival arrival) -> arrivals.put(arrival.number(), arrival);
            case Change.BodyAdded added -> written(added.log()).addBody(added.seq(), added.body());
            case Change.BodyDropped(LogId log, long seq) -> written(log).dropBody(seq);
            case Change.BodyErased(LogId log, long seq) -> written(log).dropBody(seq);
            case Change.BodyAwaited(LogId log, long seq) -> written(log).awaitBody(seq);
            case Change.ChainStored(IdentityChain chain) -> chains.put(chain.school(), chain);
            case Change.ConflictStored(IdentityChain other) -> conflicts.put(other.school(), other);
            case Change.CharterStored(CircleId circle, Bytes charter) ->
                charters.put(circle, new CharterBytes(circle, charter));
            case Change.CursorMoved(SchoolId peer, CircleId circle, Cursor cursor) ->
                cursors.put(new CursorKey(circle, peer), cursor);
            case Change.CursorsForgotten(CircleId circle) ->
                cursors.removeIf(key -> key.circle().equals(circle));
            case Change.ReceiptStored(LogId log, Signed<Receipt> receipt) ->
                written(log).store(receipt);
            case Change.AddressStored(Signed<AddressRecord> address) ->
                addresses.put(address.value().school(), address);
            case Change.ForkStored(ForkProof proof) -> forks.put(ForkKey.of(proof), proof);
            case Change.InvitationOpened(OpenInvitation opened) -> invitations.put(InvitationKey.of(opened), opened);
            case Change.InvitationSpent(OpenInvitation spent) -> invitations.remove(InvitationKey.of(spent));
            case Change.JoinBegun(Joining joining) ->
                joinings.put(joining.invitation().circle(), joining);
            case Change.JoinEnded(CircleId circle) -> joinings.remove(circle);
        }
    }

    @Override
    public Bytes epoch() {
        return epoch;
    }

    @Override
    public long cuts() {
        return counters.get(CUTS).orElse(0L);
    }

    @Override
    public long lastArrival() {
        return arrivals.lastKey().orElse(0L);
    }

    @Override
    public List<Arrival> arrivals(long after, int limit) {
        return arrivals.valuesAfter(after, limit);
    }

    @Override
    public List<LogState> logs() {
        return logs.values().stream().flatMap(log -> log.state().stream()).toList();
    }

    @Override
    public Optional<LogState> log(LogId log) {
        return held(log).flatMap(MemoryLog::state);
    }

    @Override
    public Optional<Entry> entry(LogId log, long seq) {
        return held(log).flatMap(l -> l.entry(seq));
    }

    @Override
    public List<Entry> entries(LogId log, long from, long to, int maxBytes) {
        return list(log, l -> l.entries(from, to, maxBytes));
    }

    @Override
    public SortedMap<Long, Entry> headers(LogId log, long from, int limit) {
        return held(log).map(l -> l.headers(from, limit)).orElseGet(Collections::emptySortedMap);
    }

    @Override
    public long bytes(LogId log) {
        return held(log).map(MemoryLog::bytes).orElse(0L);
    }

    @Override
    public List<Hash> tile(LogId log, TileId tile) {
        return list(log, l -> l.tile(tile));
    }

    @Override
    public List<Long> missingBodies(LogId log, long from, int limit) {
        return list(log, l -> l.missingBodies(from, limit));
    }

    @Override
    public List<Long> versions(LogId log, RecordId record, long below, int limit) {
        return list(log, l -> l.versions(record, below, limit));
    }

    @Override
    public SortedSet<RecordId> withVersions(LogId log, SortedSet<RecordId> records, long below) {
        return records.stream()
                .filter(record -> !versions(log, record, below, 1).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<Long> erasures(LogId log, long from, int limit) {
        return list(log, l -> l.erasures(from, limit));
    }

    @Override
    public List<IdentityChain> chains() {
        return chains.values();
    }

    @Override
    public Optional<IdentityChain> chain(SchoolId school) {
        return chains.get(school);
    }

    @Override
    public List<IdentityChain> conflicts() {
        return conflicts.values();
    }

    @Override
    public List<CharterBytes> charters() {
        return charters.values();
    }

    @Override
    public Optional<Cursor> cursor(SchoolId peer, CircleId circle) {
        return cursors.get(new CursorKey(circle, peer));
    }

    @Override
    public List<Signed<Receipt>> receipts(LogId log) {
        return list(log, MemoryLog::receipts);
    }

    @Override
    public Optional<Signed<Receipt>> receipt(LogId log, SchoolId holder) {
        return held(log).flatMap(l -> l.receipt(holder));
    }

    @Override
    public List<Signed<AddressRecord>> addresses() {
        return addresses.values();
    }

    @Override
    public List<ForkProof> forks() {
        return forks.values();
    }

    @Override
    public List<OpenInvitation> invitations() {
        return invitations.values();
    }

    @Override
    public List<Joining> joinings() {
        return joinings.values();
    }

    private Optional<MemoryLog> held(LogId log) {
        return Optional.ofNullable(logs.get(log));
    }

    private <T> List<T> list(LogId log, Function<MemoryLog, List<T>> read) {
        return held(log).map(read).orElse(List.of());
    }

    private MemoryLog written(LogId log) {
        return logs.computeIfAbsent(log, _ -> new MemoryLog(journal));
    }

    private record CursorKey(CircleId circle, SchoolId peer) {
        static final Comparator<CursorKey> ORDER =
                Comparator.comparing(CursorKey::circle).thenComparing(CursorKey::peer);
    }

    private record ForkKey(LogId log, long index) {
        static final Comparator<ForkKey> ORDER =
                Comparator.comparing(ForkKey::log).thenComparingLong(ForkKey::index);

        static ForkKey of(ForkProof proof) {
            return new ForkKey(proof.first().log(), proof.index());
        }
    }

    private record InvitationKey(CircleId circle, Bytes secret) {
        static final Comparator<InvitationKey> ORDER =
                Comparator.comparing(InvitationKey::circle).thenComparing(InvitationKey::secret);

        static InvitationKey of(OpenInvitation invitation) {
            return new InvitationKey(invitation.circle(), invitation.secret());
        }
    }
}
