// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.StoredValues.ALICE;
import static org.gorizont.node.storage.StoredValues.BOB;
import static org.gorizont.node.storage.StoredValues.NORTH;
import static org.gorizont.node.storage.StoredValues.SOUTH;
import static org.gorizont.node.storage.StoredValues.address;
import static org.gorizont.node.storage.StoredValues.arrival;
import static org.gorizont.node.storage.StoredValues.bytes;
import static org.gorizont.node.storage.StoredValues.chain;
import static org.gorizont.node.storage.StoredValues.entries;
import static org.gorizont.node.storage.StoredValues.entry;
import static org.gorizont.node.storage.StoredValues.erasure;
import static org.gorizont.node.storage.StoredValues.fork;
import static org.gorizont.node.storage.StoredValues.hash;
import static org.gorizont.node.storage.StoredValues.head;
import static org.gorizont.node.storage.StoredValues.invitation;
import static org.gorizont.node.storage.StoredValues.joining;
import static org.gorizont.node.storage.StoredValues.joiningAtARelay;
import static org.gorizont.node.storage.StoredValues.log;
import static org.gorizont.node.storage.StoredValues.receipt;
import static org.gorizont.node.storage.StoredValues.record;
import static org.gorizont.node.storage.StoredValues.withdrawal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Beginning;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.LogStore.CharterBytes;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashTiles.TileId;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signed;
import org.junit.jupiter.api.Test;

/** What every store does alike. A subclass says which store, and what happens between writing and reading. */
abstract class LogStoreContract {
    private static final LogId LOG = log(ALICE);
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    /** The store, empty at first and the same until the test ends, though perhaps opened again. */
    protected abstract LogStore store() throws Exception;

    /** Hands changes to {@link #store}. */
    protected abstract void apply(List<Change> changes) throws Exception;

    private void apply(Change... changes) throws Exception {
        apply(List.of(changes));
    }

    @Test
    void isEmptyAtFirst() throws Exception {
        LogStore store = store();

        assertEquals(16, store.epoch().size());
        assertEquals(0, store.lastArrival());
        assertEquals(List.of(), store.arrivals(0, 10));
        assertEquals(List.of(), store.logs());
        assertEquals(Optional.empty(), store.log(LOG));
        assertEquals(Optional.empty(), store.entry(LOG, 0));
        assertEquals(List.of(), store.entries(LOG, 0, 10, NO_LIMIT));
        assertEquals(List.of(), store.tile(LOG, new TileId(0, 0)));
        assertEquals(List.of(), store.missingBodies(LOG, 0, 10));
        assertEquals(List.of(), store.receipts(LOG));
        assertEquals(Optional.empty(), store.receipt(LOG, ALICE));
        assertEquals(Optional.empty(), store.chain(ALICE));
        assertEquals(Optional.empty(), store.cursor(ALICE, NORTH));
        assertEquals(List.of(), store.chains());
        assertEquals(List.of(), store.conflicts());
        assertEquals(List.of(), store.charters());
        assertEquals(List.of(), store.addresses());
        assertEquals(List.of(), store.forks());
        assertEquals(List.of(), store.invitations());
        assertEquals(List.of(), store.joinings());
    }

    @Test
    void givesEntriesBackAsTheyWere() throws Exception {
        List<Entry> entries = List.of(entry("zero", 300), withdrawal("one"), entry("two", 0), entry("three", 7));

        apply(new Change.EntriesAdded(LOG, 0, entries.subList(0, 2)));
        apply(new Change.EntriesAdded(LOG, 2, entries.subList(2, 4)), new Change.EntriesAdded(log(BOB), 0, entries));

        assertEquals(entries, store().entries(LOG, 0, NO_LIMIT, NO_LIMIT));
        assertEquals(entries.subList(1, 3), store().entries(LOG, 1, 3, NO_LIMIT));
        assertEquals(Optional.of(entries.get(3)), store().entry(LOG, 3));
        assertEquals(Optional.empty(), store().entry(LOG, 4));
        assertEquals(List.of(), store().entries(LOG, 4, 9, NO_LIMIT));
        assertEquals(List.of(), store().entries(LOG, 3, 3, NO_LIMIT));
    }

    @Test
    void startsALogAtItsFloor() throws Exception {
        List<Entry> entries = entries(2, 10);

        apply(new Change.EntriesAdded(LOG, 300, entries));

        assertEquals(List.of(), store().entries(LOG, 0, NO_LIMIT, NO_LIMIT));
        assertEquals(entries, store().entries(LOG, 300, NO_LIMIT, NO_LIMIT));
        assertEquals(Optional.of(entries.get(1)), store().entry(LOG, 301));
    }

    @Test
    void forgetsWhatIsBelowARaisedFloorAndNothingElse() throws Exception {
        List<Entry> entries =
                List.of(entry("zero", 9), entry("one", 9).withoutBody(), entry("two", 9), entry("three", 9));
        TileId tile = new TileId(0, 0);
        apply(
                new Change.EntriesAdded(LOG, 0, entries),
                new Change.EntriesAdded(log(BOB), 0, entries),
                new Change.TileWritten(LOG, tile, List.of(hash("a"))));

        apply(new Change.FloorRaised(LOG, 0, 2, false));

        assertEquals(List.of(), store().entries(LOG, 0, 9, NO_LIMIT));
        assertEquals(entries.subList(2, 4), store().entries(LOG, 2, 9, NO_LIMIT));
        assertEquals(List.of(2L, 3L), List.copyOf(store().headers(LOG, 0, 9).keySet()));
        assertEquals(List.of(3L), List.copyOf(store().headers(LOG, 3, 9).keySet()));
        assertEquals(List.of(2L), List.copyOf(store().headers(LOG, 0, 1).keySet()));
        assertEquals(List.of(), store().missingBodies(LOG, 0, 9));
        assertEquals(List.of(hash("a")), store().tile(LOG, tile));
        assertEquals(entries, store().entries(log(BOB), 0, 9, NO_LIMIT));
        assertEquals(0, store().cuts());

        apply(new Change.FloorRaised(LOG, 2, 3, true));

        assertEquals(entries.subList(3, 4), store().entries(LOG, 3, 9, NO_LIMIT));
        assertEquals(1, store().cuts());
    }

    @Test
    void remembersWhereALogBegins() throws Exception {
        CompactRange three = CompactRange.empty().appendAll(List.of(hash("1"), hash("2"), hash("3")));
        LogState late = new LogState(
                LOG, three, Optional.empty(), Optional.empty(), Optional.empty(), 4, new Beginning(2, three));

        apply(new Change.LogAdvanced(late));

        assertEquals(Optional.of(late), store().log(LOG));
    }

    @Test
    void stopsAtAGap() throws Exception {
        List<Entry> entries = entries(2, 10);

        apply(new Change.EntriesAdded(LOG, 0, entries), new Change.EntriesAdded(LOG, 5, entries));

        assertEquals(entries, store().entries(LOG, 0, 9, NO_LIMIT));
        assertEquals(entries.subList(1, 2), store().entries(LOG, 1, 9, NO_LIMIT));
    }

    @Test
    void keepsAnEntryThatNoVersionCanRead() throws Exception {
        Entry unreadable = LogCodec.entry(
                bytes("no header", 40), Optional.of(entry("any", 5).body().orElseThrow()));

        apply(new Change.EntriesAdded(LOG, 0, List.of(unreadable)));

        assertEquals(Optional.of(unreadable), store().entry(LOG, 0));
        assertEquals(List.of(), store().missingBodies(LOG, 0, 10));
    }

    @Test
    void limitsEntriesByBytesButGivesAtLeastOne() throws Exception {
        List<Entry> entries = entries(5, 1_000);
        int size = entries.getFirst().sizeBytes();

        apply(new Change.EntriesAdded(LOG, 0, entries));

        assertEquals(entries.subList(0, 1), store().entries(LOG, 0, 5, 1));
        assertEquals(entries.subList(0, 2), store().entries(LOG, 0, 5, 2 * size));
        assertEquals(entries.subList(0, 1), store().entries(LOG, 0, 5, 2 * size - 1));
        assertEquals(entries, store().entries(LOG, 0, 5, 5 * size));
    }

    @Test
    void knowsWhichBodiesAreMissing() throws Exception {
        Entry whole = entry("whole", 20);

        apply(new Change.EntriesAdded(
                LOG,
                0,
                List.of(whole.withoutBody(), whole, whole.withoutBody(), withdrawal("x"), whole.withoutBody())));

        assertEquals(List.of(0L, 2L, 4L), store().missingBodies(LOG, 0, 10));
        assertEquals(List.of(0L, 2L), store().missingBodies(LOG, 0, 2));
        assertEquals(List.of(2L, 4L), store().missingBodies(LOG, 1, 2));

        apply(new Change.BodyAdded(LOG, 2, whole.body().orElseThrow()));

        assertEquals(List.of(0L, 4L), store().missingBodies(LOG, 0, 10));
        assertEquals(Optional.of(whole), store().entry(LOG, 2));
    }

    @Test
    void forgetsWhatIsCutOffAndTakesOtherEntriesThere() throws Exception {
        List<Entry> old =
                List.of(entry("zero", 9), entry("one", 9), entry("two", 9).withoutBody());
        apply(new Change.EntriesAdded(LOG, 0, old), new Change.EntriesAdded(log(BOB), 0, old));
        LogState one = new LogState(
                LOG,
                CompactRange.empty().append(old.getFirst().hash()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                7);

        apply(new Change.LogCut(one));

        assertEquals(1, store().cuts());
        assertEquals(Optional.of(one), store().log(LOG));
        assertEquals(old.subList(0, 1), store().entries(LOG, 0, 9, NO_LIMIT));
        assertEquals(List.of(), store().missingBodies(LOG, 0, 9));
        assertEquals(List.of(2L), store().missingBodies(log(BOB), 0, 9));

        apply(new Change.EntriesAdded(LOG, 1, old.subList(0, 1)));

        assertEquals(Optional.of(old.getFirst()), store().entry(LOG, 1));
    }

    @Test
    void doesNotMissABodyThatWasDropped() throws Exception {
        Entry whole = entry("whole", 20);
        apply(new Change.EntriesAdded(LOG, 0, List.of(whole, whole.withoutBody(), whole)));

        apply(new Change.BodyDropped(LOG, 0), new Change.BodyDropped(LOG, 1));

        assertEquals(List.of(whole.withoutBody(), whole.withoutBody(), whole), store().entries(LOG, 0, 3, NO_LIMIT));
        assertEquals(List.of(), store().missingBodies(LOG, 0, 10));
    }

    @Test
    void waitsAgainForABodyThatIsAwaited() throws Exception {
        Entry whole = entry("whole", 20);
        apply(new Change.EntriesAdded(LOG, 0, List.of(whole, whole, whole)));

        apply(new Change.BodyErased(LOG, 0), new Change.BodyErased(LOG, 2), new Change.BodyAwaited(LOG, 2));

        assertEquals(Optional.of(whole.withoutBody()), store().entry(LOG, 0));
        assertEquals(List.of(2L), store().missingBodies(LOG, 0, 10));
    }

    @Test
    void findsTheVersionsOfARecordTheNewestFirst() throws Exception {
        List<Entry> entries = List.of(
                entry("one", 9), entry("two", 9), entry("one", 8).withoutBody(), withdrawal("one"), erasure("two"));
        apply(new Change.EntriesAdded(LOG, 0, entries), new Change.EntriesAdded(log(BOB), 7, entries));

        assertEquals(List.of(3L, 2L, 0L), store().versions(LOG, record("one"), Long.MAX_VALUE, 9));
        assertEquals(List.of(3L, 2L), store().versions(LOG, record("one"), 4, 2));
        assertEquals(List.of(0L), store().versions(LOG, record("one"), 2, 9));
        assertEquals(List.of(), store().versions(LOG, record("one"), 0, 9));
        assertEquals(List.of(8L), store().versions(log(BOB), record("two"), 11, 9));
        assertEquals(List.of(), store().versions(LOG, record("three"), 9, 9));
        assertEquals(List.of(4L), store().erasures(LOG, 0, 9));
        assertEquals(List.of(), store().erasures(LOG, 5, 9));
    }

    @Test
    void tellsOfManyRecordsWhichHaveVersions() throws Exception {
        SortedSet<RecordId> asked =
                new TreeSet<>(List.of(record("one"), record("two"), record("three"), record("four")));
        assertEquals(Set.of(), store().withVersions(LOG, asked, 9));

        List<Entry> entries = List.of(entry("one", 9), entry("two", 9), withdrawal("one"), entry("three", 9));
        apply(
                new Change.EntriesAdded(LOG, 0, entries),
                new Change.EntriesAdded(log(BOB), 0, List.of(entry("four", 9))));

        assertEquals(Set.of(record("one"), record("two")), store().withVersions(LOG, asked, 3));
        assertEquals(Set.of(record("one")), store().withVersions(LOG, asked, 1));
        assertEquals(Set.of(), store().withVersions(LOG, asked, 0));
        assertEquals(Set.of(record("four")), store().withVersions(log(BOB), asked, Long.MAX_VALUE));
        assertEquals(Set.of(), store().withVersions(LOG, new TreeSet<>(), 9));
    }

    @Test
    void findsNoVersionThatWasCutOff() throws Exception {
        List<Entry> entries = List.of(entry("one", 9), entry("one", 8), erasure("one"));
        apply(new Change.EntriesAdded(LOG, 0, entries));
        CompactRange first = CompactRange.empty().append(entries.getFirst().hash());

        apply(new Change.LogCut(new LogState(LOG, first, Optional.empty(), Optional.empty(), Optional.empty(), 7)));

        assertEquals(List.of(0L), store().versions(LOG, record("one"), 9, 9));
        assertEquals(List.of(), store().erasures(LOG, 0, 9));
    }

    @Test
    void replacesTiles() throws Exception {
        TileId tile = new TileId(1, 77);

        apply(new Change.TileWritten(LOG, tile, List.of(hash("a"))));
        apply(new Change.TileWritten(LOG, tile, List.of(hash("a"), hash("b"))));

        assertEquals(List.of(hash("a"), hash("b")), store().tile(LOG, tile));
        assertEquals(List.of(), store().tile(LOG, new TileId(0, 77)));
        assertEquals(List.of(), store().tile(log(BOB), tile));
    }

    @Test
    void keepsTheNewestStateOfEachLogInTheOrderOfTheirIds() throws Exception {
        LogId narrow = new LogId(ALICE, Channel.CONTROL, Scope.of(NORTH), 3);
        LogState plain = LogState.empty(log(BOB));
        LogState full = new LogState(
                narrow,
                CompactRange.empty().appendAll(List.of(hash("1"), hash("2"), hash("3"))),
                Optional.of(head(narrow, 3)),
                Optional.of(head(narrow, 9)),
                Optional.of(0L),
                12);

        apply(new Change.LogAdvanced(LogState.empty(narrow)), new Change.LogAdvanced(plain));
        apply(new Change.EntriesAdded(LOG, 0, entries(1, 1)), new Change.LogAdvanced(full));

        assertEquals(Optional.of(full), store().log(narrow));
        assertEquals(
                Stream.of(full, plain)
                        .sorted((a, b) -> a.log().compareTo(b.log()))
                        .toList(),
                store().logs());
        assertEquals(Optional.empty(), store().log(LOG));
    }

    @Test
    void countsArrivals() throws Exception {
        apply(new Change.ArrivalAdded(arrival(1, LOG)), new Change.ArrivalAdded(arrival(2, log(BOB))));
        apply(new Change.ArrivalAdded(arrival(3, LOG)));

        assertEquals(3, store().lastArrival());
        assertEquals(List.of(arrival(2, log(BOB)), arrival(3, LOG)), store().arrivals(1, 10));
        assertEquals(List.of(arrival(1, LOG), arrival(2, log(BOB))), store().arrivals(0, 2));
        assertEquals(List.of(), store().arrivals(3, 10));
        assertEquals(List.of(), store().arrivals(Long.MAX_VALUE, 10));
    }

    @Test
    void keepsIdentityChainsAndCharters() throws Exception {
        IdentityChain one = chain("one");
        IdentityChain two = chain("two");
        Bytes charter = bytes("charter", 99);

        apply(new Change.ChainStored(one), new Change.ChainStored(two), new Change.CharterStored(NORTH, charter));

        assertEquals(
                Stream.of(one, two)
                        .sorted((a, b) -> a.school().compareTo(b.school()))
                        .toList(),
                store().chains());
        assertEquals(Optional.of(two), store().chain(two.school()));

        apply(new Change.ConflictStored(two));

        assertEquals(List.of(two), store().conflicts());
        assertEquals(2, store().chains().size());
        assertEquals(List.of(new CharterBytes(NORTH, charter)), store().charters());
    }

    @Test
    void forgetsCursorsOfOneCircleOnly() throws Exception {
        Cursor cursor = new Cursor(bytes("epoch", 16), 5);
        for (CircleId circle : List.of(NORTH, SOUTH)) {
            for (SchoolId peer : List.of(ALICE, BOB)) {
                apply(new Change.CursorMoved(peer, circle, Cursor.NONE), new Change.CursorMoved(peer, circle, cursor));
            }
        }

        apply(new Change.CursorsForgotten(NORTH));

        assertEquals(Optional.empty(), store().cursor(ALICE, NORTH));
        assertEquals(Optional.empty(), store().cursor(BOB, NORTH));
        assertEquals(Optional.of(cursor), store().cursor(ALICE, SOUTH));
        assertEquals(Optional.of(cursor), store().cursor(BOB, SOUTH));
    }

    @Test
    void keepsTheNewestReceiptOfEachHolderForEachLog() throws Exception {
        LogId other = log(BOB);
        Signed<Receipt> early = receipt(ALICE, 5, LOG, other);
        Signed<Receipt> late = receipt(ALICE, 9, LOG);
        Signed<Receipt> foreign = receipt(BOB, 7, LOG);

        apply(
                new Change.ReceiptStored(LOG, early),
                new Change.ReceiptStored(other, early),
                new Change.ReceiptStored(LOG, foreign));
        apply(new Change.ReceiptStored(LOG, late), new Change.ReceiptStored(LOG, late));

        assertEquals(
                Stream.of(late, foreign)
                        .sorted((a, b) -> a.value().holder().compareTo(b.value().holder()))
                        .toList(),
                store().receipts(LOG));
        assertEquals(List.of(early), store().receipts(other));
        assertEquals(Optional.of(late), store().receipt(LOG, ALICE));
        assertEquals(Optional.of(early), store().receipt(other, ALICE));
        assertEquals(Optional.empty(), store().receipt(other, BOB));

        apply(new Change.ReceiptStored(other, receipt(ALICE, 11, other)));

        assertEquals(List.of(receipt(ALICE, 11, other)), store().receipts(other));
        assertTrue(store().receipts(LOG).contains(late));
    }

    @Test
    void keepsTheNewestAddressOfEachSchool() throws Exception {
        apply(new Change.AddressStored(address(ALICE, 1)), new Change.AddressStored(address(BOB, 1)));
        apply(new Change.AddressStored(address(ALICE, 2)));

        assertEquals(
                Stream.of(address(ALICE, 2), address(BOB, 1))
                        .sorted((a, b) -> a.value().school().compareTo(b.value().school()))
                        .toList(),
                store().addresses());
    }

    @Test
    void keepsForkProofs() throws Exception {
        apply(new Change.ForkStored(fork(LOG, 8)), new Change.ForkStored(fork(LOG, 2)));
        apply(new Change.ForkStored(fork(LOG, 2)));

        assertEquals(List.of(fork(LOG, 2), fork(LOG, 8)), store().forks());
    }

    @Test
    void remembersInvitationsAndJoinsUntilTheyEnd() throws Exception {
        apply(
                new Change.InvitationOpened(invitation(NORTH, "one")),
                new Change.InvitationOpened(invitation(NORTH, "two")),
                new Change.JoinBegun(joining(NORTH)),
                new Change.JoinBegun(joiningAtARelay(SOUTH)));

        apply(new Change.InvitationSpent(invitation(NORTH, "one")), new Change.JoinEnded(NORTH));

        assertEquals(List.of(invitation(NORTH, "two")), store().invitations());
        assertEquals(List.of(joiningAtARelay(SOUTH)), store().joinings());
    }
}
