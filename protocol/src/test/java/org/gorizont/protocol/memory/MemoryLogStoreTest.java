// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.Test;

/** Loss and copies; the contract that it shares with the store on disk is tested in {@code node}. */
final class MemoryLogStoreTest {
    private static final Bytes EPOCH = Bytes.zeros(16);
    private static final SchoolId ALICE = new SchoolId(new Hash(Bytes.zeros(Hash.SIZE)));
    private static final CircleId NORTH = new CircleId(new Hash(Bytes.zeros(Hash.SIZE)));
    private static final LogId LOG = new LogId(ALICE, Channel.CATALOGUE, Scope.everyCircle(), 0);
    private static final Body BODY = new Body(Bytes.zeros(Body.SALT_SIZE), Bytes.zeros(9));
    private static final Entry WHOLE = entry(Bytes.zeros(7)).withBody(BODY);

    private final MemoryLogStore store = new MemoryLogStore(EPOCH);

    private static Entry entry(Bytes header) {
        return new Entry(header, () -> Hashing.leaf(header), Optional::empty, Optional.empty());
    }

    @Test
    void losesExactlyWhatWasNotSynced() {
        store.apply(List.of(
                new Change.EntriesAdded(LOG, 0, List.of(WHOLE, WHOLE.withoutBody())),
                new Change.LogAdvanced(LogState.empty(LOG)),
                new Change.CursorMoved(ALICE, NORTH, Cursor.NONE)));
        store.sync();
        store.apply(List.of(
                new Change.EntriesAdded(LOG, 2, List.of(WHOLE)),
                new Change.BodyDropped(LOG, 0),
                new Change.BodyAdded(LOG, 1, BODY),
                new Change.LogAdvanced(new LogState(
                        LOG, CompactRange.empty(), Optional.empty(), Optional.empty(), Optional.of(4L), 1)),
                new Change.ArrivalAdded(new Arrival(1, LOG, 2, 3)),
                new Change.CursorsForgotten(NORTH)));

        store.loseUnsynced();

        assertEquals(List.of(WHOLE, WHOLE.withoutBody()), store.entries(LOG, 0, 9, Integer.MAX_VALUE));
        assertEquals(List.of(LogState.empty(LOG)), store.logs());
        assertEquals(0, store.lastArrival());
        assertEquals(Optional.of(Cursor.NONE), store.cursor(ALICE, NORTH));
    }

    @Test
    void copiesGoTheirOwnWays() {
        store.apply(List.of(new Change.EntriesAdded(LOG, 0, List.of(WHOLE))));

        MemoryLogStore copy = store.copy(Bytes.zeros(17));
        store.apply(List.of(new Change.EntriesAdded(LOG, 1, List.of(WHOLE))));
        copy.loseUnsynced();

        assertEquals(List.of(WHOLE), copy.entries(LOG, 0, 9, Integer.MAX_VALUE));
        assertEquals(Bytes.zeros(17), copy.epoch());
        assertEquals(2, store.entries(LOG, 0, 9, Integer.MAX_VALUE).size());
        assertEquals(EPOCH, store.epoch());
    }
}
