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
import static org.gorizont.node.storage.StoredValues.fork;
import static org.gorizont.node.storage.StoredValues.hash;
import static org.gorizont.node.storage.StoredValues.head;
import static org.gorizont.node.storage.StoredValues.invitation;
import static org.gorizont.node.storage.StoredValues.joining;
import static org.gorizont.node.storage.StoredValues.joiningAtARelay;
import static org.gorizont.node.storage.StoredValues.log;
import static org.gorizont.node.storage.StoredValues.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signed;
import org.junit.jupiter.api.Test;

/** What every store does alike: with entries, and with all else that it keeps. */
abstract class LogStoreContract extends EntriesContract {
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
    void remembersWhereALogBegins() throws Exception {
        CompactRange three = CompactRange.empty().appendAll(List.of(hash("1"), hash("2"), hash("3")));
        LogState late = new LogState(
                LOG, three, Optional.empty(), Optional.empty(), Optional.empty(), 4, new Beginning(2, three));

        apply(new Change.LogAdvanced(late));

        assertEquals(Optional.of(late), store().log(LOG));
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
