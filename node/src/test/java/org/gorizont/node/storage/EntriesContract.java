// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.StoredValues.ALICE;
import static org.gorizont.node.storage.StoredValues.BOB;
import static org.gorizont.node.storage.StoredValues.bytes;
import static org.gorizont.node.storage.StoredValues.entries;
import static org.gorizont.node.storage.StoredValues.entry;
import static org.gorizont.node.storage.StoredValues.erasure;
import static org.gorizont.node.storage.StoredValues.hash;
import static org.gorizont.node.storage.StoredValues.log;
import static org.gorizont.node.storage.StoredValues.record;
import static org.gorizont.node.storage.StoredValues.withdrawal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashTiles.TileId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.Test;

/** What every store does alike with entries and bodies. A subclass says which store, and what happens between writing and reading. */
abstract class EntriesContract {
    static final LogId LOG = log(ALICE);
    static final int NO_LIMIT = Integer.MAX_VALUE;

    /** The store, empty at first and the same until the test ends, though perhaps opened again. */
    protected abstract LogStore store() throws Exception;

    /** Hands changes to {@link #store}. */
    protected abstract void apply(List<Change> changes) throws Exception;

    final void apply(Change... changes) throws Exception {
        apply(List.of(changes));
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
}
