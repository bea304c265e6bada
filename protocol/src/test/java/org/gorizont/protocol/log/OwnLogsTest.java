// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.actors.Entries;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.EntryRef;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SignedHead;
import org.junit.jupiter.api.Test;

class OwnLogsTest {
    private final Actor alice = Actor.named("alice");
    private final Actor mallory = Actor.named("mallory");
    private final LogId log = alice.catalogue();
    private final SignatureVerifier verifier = new Ed25519Verifier();
    private final MemoryLogStore store = new MemoryLogStore(Bytes.zeros(16));

    @Test
    void writesABatchUnderOneSignedHead() {
        Written.Done first = publish(store, "a", "b");
        Written.Done second = publish(store, "c");

        assertEquals(0, first.from());
        assertEquals(2, first.to());
        assertEquals(2, second.from());
        assertEquals(3, second.to());
        SignedHead head = headIn(store);
        assertEquals(3, head.size());
        assertInstanceOf(Verdict.Accepted.class, new HeadCheck().check(head, alice.chain(), verifier));
    }

    @Test
    void headIsTheRootOfTheStoredEntries() {
        for (int batch = 0; batch < 5; batch++) {
            publish(store, notes("batch " + batch, 150));
        }
        List<Hash> leaves = store.entries(log, 0, 750, Integer.MAX_VALUE).stream()
                .map(Entry::hash)
                .toList();

        SignedHead head = headIn(store);

        assertEquals(750, leaves.size());
        assertEquals(CompactRange.empty().appendAll(leaves).root(), head.root());
        assertEquals(Optional.of(head.root()), StoredTree.root(log, 750, store));
    }

    @Test
    void changesOfOneBatchAreEntriesTilesStateAndArrival() {
        Written.Done done = publish(store, "a");

        List<Change> changes = done.changes();
        assertEquals(4, changes.size());
        assertInstanceOf(Change.EntriesAdded.class, changes.get(0));
        assertInstanceOf(Change.TileWritten.class, changes.get(1));
        assertEquals(new Change.LogAdvanced(done.newState()), changes.get(2));
        assertEquals(new Change.ArrivalAdded(new Arrival(1, log, 0, 1)), changes.get(3));
        assertEquals(1, done.newState().arrival());
    }

    @Test
    void entrySaysWhatTheDraftSaid() {
        Draft draft = Entries.note("a");

        publish(store, "a");

        assertEquals(Optional.of(Entries.of(draft)), store.entry(log, 0));
        Header header = store.entry(log, 0).orElseThrow().header().orElseThrow();
        assertEquals(draft.record(), header.record());
        assertEquals(1, header.bodyLength());
    }

    @Test
    void withoutDraftsNothingIsWritten() {
        publish(store, "a");

        Written.Done done = publish(store);

        assertEquals(List.of(), done.changes());
        assertEquals(1, done.from());
        assertEquals(1, done.to());
    }

    @Test
    void takesAsManyEntriesAsTheLimitAndNoMore() {
        List<Draft> most = Collections.nCopies(Limits.BATCH_ENTRIES, Entries.note("a"));
        List<Draft> tooMany = Collections.nCopies(Limits.BATCH_ENTRIES + 1, Entries.note("a"));

        assertInstanceOf(Written.Done.class, write(store, most));
        assertTooLarge(write(store, tooMany));
    }

    @Test
    void w11_takesABodyOfTheLimitAndNoMore() {
        Draft longest = Entries.note("a", Bytes.zeros(Limits.BODY_BYTES));
        Draft tooLong = Entries.note("a", Bytes.zeros(Limits.BODY_BYTES + 1));

        assertInstanceOf(Written.Done.class, write(store, List.of(longest)));
        assertTooLarge(write(store, List.of(Entries.note("b"), tooLong)));
    }

    @Test
    void takesAsManyReferencesAsTheLimitAndNoMore() {
        assertInstanceOf(Written.Done.class, write(store, List.of(referring(Header.MAX_REFERENCES))));
        assertTooLarge(write(store, List.of(referring(Header.MAX_REFERENCES + 1))));
    }

    @Test
    void opensAsManyLogsAsTheLimitAndNoMore() {
        OwnLogs own = ownLogs(store);
        for (int channel = 1; channel <= Limits.LOGS_OF_SCHOOL; channel++) {
            Written written =
                    own.write(new Channel(channel), Scope.everyCircle(), List.of(Entries.note("a")), store, channel);
            store.apply(assertInstanceOf(Written.Done.class, written).changes());
        }

        assertTooLarge(own.write(
                new Channel(Limits.LOGS_OF_SCHOOL + 1), Scope.everyCircle(), List.of(Entries.note("a")), store, 1_000));
        assertInstanceOf(
                Written.Done.class,
                own.write(Channel.CATALOGUE, Scope.everyCircle(), List.of(Entries.note("b")), store, 1_000));
    }

    @Test
    void stopsWhenANeighbourHasMoreOfOurLogThanWeHave() {
        publish(store, "a");
        MemoryLogStore backup = store.copy(Bytes.zeros(16));
        publish(store, "b");
        OwnLogs restored = ownLogs(backup);

        OwnHead sighting = seen(restored, headIn(store), backup);

        assertInstanceOf(OwnHead.Stops.class, sighting);
        assertEquals(Optional.of(Refusal.RECOVERING), restored.forbidden());
        assertEquals(
                Refusal.RECOVERING,
                assertInstanceOf(Written.Refused.class, write(restored, backup)).refusal());
        assertTrue(restored.isFetched(headIn(store).log()));
    }

    @Test
    void s15_takesNothingFromOthersOnceItHasWrittenItself() {
        publish(store, "a");
        MemoryLogStore clone = store.copy(Bytes.zeros(16));
        publish(clone, "b");
        publish(clone, "c");
        OwnLogs own = ownLogs(store);
        own.write(Channel.CONTROL, Scope.everyCircle(), List.of(Entries.note("d")), store, 1_000);

        seen(own, headIn(clone), store);

        assertEquals(Optional.of(Refusal.STOPPED_BY_HIGHER_HEAD), own.forbidden());
        assertFalse(own.isFetched(headIn(clone).log()));
    }

    @Test
    void stopsAlsoWhenTheLogIsNotHeldAtAll() {
        publish(store, "a");
        MemoryLogStore empty = new MemoryLogStore(Bytes.zeros(16));
        OwnLogs reborn = ownLogs(empty);

        assertInstanceOf(OwnHead.Stops.class, seen(reborn, headIn(store), empty));
        assertEquals(Optional.of(Refusal.RECOVERING), reborn.forbidden());
    }

    @Test
    void remembersAHigherHeadUntilTheStoreIsRecovered() {
        publish(store, "a");
        MemoryLogStore backup = store.copy(Bytes.zeros(16));
        publish(store, "b");
        OwnHead sighting = seen(ownLogs(backup), headIn(store), backup);
        backup.apply(assertInstanceOf(OwnHead.Stops.class, sighting).changes());

        assertEquals(Optional.of(Refusal.RECOVERING), ownLogs(backup).forbidden());
        assertEquals(Optional.empty(), ownLogs(store).forbidden(), "with what neighbours hold, writing goes on");
    }

    @Test
    void stopsWhenAnotherHeadOfTheSameSizeExists() {
        publish(store, "a");
        MemoryLogStore clone = store.copy(Bytes.zeros(16));
        publish(store, "b");
        publish(clone, "c");
        OwnLogs own = ownLogs(store);

        OwnHead sighting = seen(own, headIn(clone), store);

        OwnHead.Stops stops = assertInstanceOf(OwnHead.Stops.class, sighting);
        assertEquals(Optional.of(Refusal.STOPPED_BY_FORK), own.forbidden());
        store.apply(stops.changes());
        assertEquals(
                Optional.of(Refusal.STOPPED_BY_FORK),
                ownLogs(store).forbidden(),
                "a restart must not write a third one");
    }

    @Test
    void w24_stopsWhenASmallerHeadIsNoPrefix() {
        publish(store, "a");
        MemoryLogStore clone = store.copy(Bytes.zeros(16));
        publish(store, "b", "c", "d");
        publish(clone, "x");
        OwnLogs own = ownLogs(store);

        assertInstanceOf(OwnHead.Stops.class, seen(own, headIn(clone), store));
        assertEquals(Optional.of(Refusal.STOPPED_BY_FORK), own.forbidden());
    }

    @Test
    void w24_smallerAndEqualHeadsOfOurOwnAreHeld() {
        publish(store, "a");
        SignedHead older = headIn(store);
        publish(store, "b", "c");
        OwnLogs own = ownLogs(store);

        assertEquals(new OwnHead.Held(), seen(own, older, store));
        assertEquals(new OwnHead.Held(), seen(own, headIn(store), store));
        assertEquals(Optional.empty(), own.forbidden());
    }

    @Test
    void t16_headWithoutOurSignatureChangesNothing() {
        publish(store, "a");
        OwnLogs own = ownLogs(store);
        Hash root = alice.id().hash();
        SignedHead ofHers = mallory.head(mallory.catalogue(), 9, root);
        SignedHead ofHersByUs = alice.head(mallory.catalogue(), 9, root);
        LogId otherIncarnation = new LogId(alice.id(), Channel.CATALOGUE, Scope.everyCircle(), 1);

        assertEquals(new OwnHead.NotOurs(), seen(own, mallory.head(log, 9, root), store));
        assertEquals(new OwnHead.NotOurs(), seen(own, mallory.head(log, 1, root), store));
        assertEquals(new OwnHead.NotOurs(), seen(own, ofHers, store));
        assertEquals(new OwnHead.NotOurs(), seen(own, ofHersByUs, store));
        assertEquals(new OwnHead.NotOurs(), seen(own, alice.head(otherIncarnation, 9, root), store));
        assertEquals(Optional.empty(), own.forbidden());
        assertInstanceOf(Written.Done.class, write(own, store));
    }

    @Test
    void forkStaysTheReason() {
        publish(store, "a");
        OwnLogs own = ownLogs(store);

        own.forkProven();
        seen(own, alice.head(log, 9, alice.id().hash()), store);

        assertEquals(Optional.of(Refusal.STOPPED_BY_FORK), own.forbidden());
    }

    @Test
    void storedForkForbidsWritingFromTheStart() {
        LogState state = publish(store, "a").newState();
        store.apply(List.of(new Change.LogAdvanced(
                new LogState(log, state.range(), state.head(), state.witnessed(), Optional.of(0L), state.arrival()))));

        assertEquals(Optional.of(Refusal.STOPPED_BY_FORK), ownLogs(store).forbidden());
    }

    @Test
    void newIncarnationWritesItsOwnLogs() {
        publish(store, "a");
        Actor rotated = alice.rotated();
        OwnLogs own = new OwnLogs(alice.id(), rotated.signer(), 1, store);

        Written.Done done = assertInstanceOf(Written.Done.class, write(own, store));

        assertEquals(rotated.catalogue(), done.newState().log());
        assertEquals(0, done.from());
        assertInstanceOf(
                Verdict.Accepted.class,
                new HeadCheck().check(done.newState().head().orElseThrow(), rotated.chain(), verifier));
    }

    private OwnLogs ownLogs(MemoryLogStore from) {
        return new OwnLogs(alice.id(), alice.signer(), 0, from);
    }

    private Written write(MemoryLogStore to, List<Draft> drafts) {
        return ownLogs(to).write(Channel.CATALOGUE, Scope.everyCircle(), drafts, to, to.lastArrival() + 1);
    }

    private static Written write(OwnLogs own, MemoryLogStore to) {
        return own.write(Channel.CATALOGUE, Scope.everyCircle(), List.of(Entries.note("z")), to, 99);
    }

    private Written.Done publish(MemoryLogStore to, String... texts) {
        List<Draft> drafts = new ArrayList<>();
        for (String text : texts) {
            drafts.add(Entries.note(text));
        }
        Written.Done done = assertInstanceOf(Written.Done.class, write(to, drafts));
        to.apply(done.changes());
        return done;
    }

    private SignedHead headIn(MemoryLogStore from) {
        return from.log(log).orElseThrow().head().orElseThrow();
    }

    private OwnHead seen(OwnLogs own, SignedHead head, MemoryLogStore in) {
        LogState state = in.log(head.log()).orElseGet(() -> LogState.empty(head.log()));
        return own.sawOwnHead(head, state, in, verifier);
    }

    private Draft referring(int references) {
        Draft draft = Entries.note("a");
        EntryRef reference = new EntryRef(mallory.catalogue(), 1, alice.id().hash());
        return new Draft(
                draft.kind(),
                draft.record(),
                draft.verb(),
                draft.retention(),
                draft.claimedAt(),
                Collections.nCopies(references, reference),
                draft.body());
    }

    private static String[] notes(String prefix, int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = prefix + " " + i;
        }
        return texts;
    }

    private static void assertTooLarge(Written written) {
        Written.Refused refused = assertInstanceOf(Written.Refused.class, written);
        assertEquals(Refusal.TOO_LARGE, refused.refusal());
        assertTrue(refused.detail().contains("more than") || refused.detail().contains("longer than"));
    }
}
