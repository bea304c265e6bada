// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.BundleTally.What;
import org.gorizont.protocol.core.BundleTarget;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.log.StoredEntries;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;

/** What schools between which only people travel hold in the end, and what they state of it. */
final class BundleTest extends SchoolsApart {
    private LogId calendar(SmallNetwork.Node school) {
        return new LogId(school.id, Channel.CALENDAR, Scope.of(circle), 0);
    }

    @Test
    void schoolsThatNeverMeetAgainHoldEachOthersRecordsAndReceiptsTravelBack() {
        alice.publish(3, 100);
        bob.publish(2, 100);
        alice.publish(Channel.CALENDAR, Scope.of(circle), 4, 50);

        BundleTally there = Stick.take(bob, Stick.export(alice, Stick.to(bob)));
        network.runFor(Duration.ofSeconds(5));
        BundleTally back = Stick.take(alice, Stick.export(bob, Stick.to(alice)));

        assertEquals(7, there.get(What.NEW));
        assertEquals(2, back.get(What.NEW));
        assertEquals(List.of(3L, 4L), List.of(bob.holds(alice.catalogue()), bob.holds(calendar(alice))));
        assertEquals(2, alice.holds(bob.catalogue()));
        assertTrue(states(alice, alice.catalogue(), bob, 3));
        assertTrue(states(alice, calendar(alice), bob, 4));
    }

    @Test
    void theNextBundleCarriesOnlyWhatTheReaderHasNotStated() {
        alice.publish(30, 100);
        Stick.exchange(network, alice, bob);
        alice.publish(1, 100);

        List<Frame> next = Stick.frames(alice, Stick.to(bob));

        assertEquals(1, entries(next));
        assertEquals(1, Stick.take(bob, Stick.export(alice, Stick.to(bob))).get(What.NEW));
    }

    @Test
    void whoLacksWhatItHadStatedIsToldSoAndAWholeBundleHelps() {
        alice.publish(3, 100);
        MemoryLogStore before = bob.store.copy(network.bytes(16));
        Stick.exchange(network, alice, bob);
        alice.publish(2, 100);
        bob.restore(before);

        BundleTally tooLate = Stick.take(bob, Stick.export(alice, Stick.to(bob)));
        assertEquals(2, tooLate.get(What.EARLY));
        assertEquals(0, bob.holds(alice.catalogue()));

        var whole = new BundleTarget.School(bob.id, true);
        assertEquals(5, Stick.take(bob, Stick.export(alice, whole)).get(What.NEW));
    }

    @Property(tries = 60)
    void b02AnyPrefixIsOfUseAndTheRestContinuesIt(RandomGenerator random) {
        twoSchoolsThatMetOnce();
        var carol = joinAlone();
        alice.publish(1 + random.nextInt(40), 300);
        alice.publish(1 + random.nextInt(4), 60_000);
        carol.publish(1 + random.nextInt(9), 100);
        carol.publish(Channel.CALENDAR, Scope.of(circle), 2, 50);
        Stick.take(alice, Stick.export(carol, Stick.to(alice)));
        byte[] file = Stick.export(alice, Stick.to(bob));

        long entries = entries(Stick.frames(alice, Stick.to(bob)));
        BundleTally prefix = Stick.take(bob, Arrays.copyOf(file, random.nextInt(file.length)));
        BundleTally all = Stick.take(bob, file);

        assertEquals(BundleTally.NONE.counts(), problems(prefix.plus(all)));
        assertEquals(entries, all.get(What.NEW) + all.get(What.KNOWN));
        assertEquals(states(alice), states(bob));
        network.openRoads();
        network.runFor(Duration.ofMinutes(3));
        assertEquals(states(alice), states(bob));
    }

    @Test
    void schoolsThatTheReaderHasNeverHeardOfComeWithTheirIdentities() {
        var carol = joinAlone();
        carol.publish(2, 100);
        Stick.take(alice, Stick.export(carol, Stick.to(alice)));

        BundleTally taken = Stick.take(bob, Stick.export(alice, Stick.to(bob)));

        assertEquals(2, bob.holds(carol.catalogue()));
        assertEquals(0, taken.get(What.EARLY) + taken.get(What.FOREIGN) + taken.get(What.REFUSED));
        assertTrue(bob.status().circles().getFirst().members().contains(carol.id));
    }

    @Test
    void whoHasLeftIsKnownToHaveLeft() {
        var carol = joinAlone();
        carol.publish(2, 100);
        carol.ask(request -> new Input.CircleLeft(request, circle, network.bytes(32)));
        for (Frame frame : controlOf(carol)) {
            Stick.take(alice, frame);
        }

        BundleTally taken = Stick.take(bob, Stick.export(alice, Stick.to(bob)));

        assertEquals(0, taken.get(What.EARLY) + taken.get(What.REFUSED) + taken.get(What.FOREIGN));
        assertEquals(
                alice.status().circles().getFirst().members(),
                bob.status().circles().getFirst().members());
        assertFalse(bob.status().circles().getFirst().members().contains(carol.id));
        assertEquals(0, bob.holds(carol.catalogue()));
    }

    /** A school that has left makes no bundle of the circle. */
    private List<Frame> controlOf(SmallNetwork.Node school) {
        LogId control = new LogId(school.id, Channel.CONTROL, Scope.of(circle), 0);
        SignedHead head = school.store.log(control).orElseThrow().head().orElseThrow();
        return List.of(StoredEntries.frame(school.store, head, 0, head.size()));
    }

    @Test
    void b05AnOldBundleOrTheSameTwiceChangesNothing() {
        alice.publish(3, 100);
        byte[] old = Stick.export(alice, Stick.to(bob));
        alice.publish(3, 100);
        Stick.take(bob, Stick.export(alice, Stick.to(bob)));
        List<LogState> before = bob.store.logs();

        BundleTally again = Stick.take(bob, old);

        assertEquals(0, again.get(What.NEW));
        assertTrue(again.get(What.KNOWN) >= 3);
        assertEquals(before, bob.store.logs());
    }

    @Test
    void b05TwoBundlesAtOnceAreOneAfterTheOther() {
        alice.publish(5_000, 100);
        alice.publish(3, 60_000);
        List<Frame> frames = Stick.frames(alice, Stick.to(bob));

        long added = 0;
        for (Frame frame : frames) {
            added += Stick.take(bob, frame).get(What.NEW);
            added += Stick.take(bob, frame).get(What.NEW);
        }

        assertEquals(alice.holds(alice.catalogue()), bob.holds(alice.catalogue()));
        assertEquals(alice.holds(alice.catalogue()), added);
    }

    @Test
    void bodiesThatWereMissingComeWithTheNextBundle() {
        alice.publish(70, 50);
        Entries whole = catalogueForBob();
        List<Entry> bare = whole.entries().stream().map(Entry::withoutBody).toList();
        Stick.take(bob, with(whole, bare, whole.head()));
        assertEquals(70, bob.store.missingBodies(alice.catalogue(), 0, 100).size());

        assertEquals(70, Stick.take(bob, whole).get(What.BODIES));

        assertEquals(List.of(), bob.store.missingBodies(alice.catalogue(), 0, 100));
        network.runFor(Duration.ofSeconds(5));
        assertTrue(states(bob, alice.catalogue(), bob, 70));
    }

    @Test
    void aReceiptThatWasNotSignedBeforeACrashIsSignedAfterIt() {
        alice.publish(3, 50);
        Stick.take(bob, Stick.export(alice, Stick.to(bob)));
        bob.stop();
        bob.start();

        network.runFor(Duration.ofSeconds(10));

        assertTrue(states(bob, alice.catalogue(), bob, 3));
    }

    @Test
    void anOlderReceiptInTheSameFrameDoesNotTakeThePlaceOfANewerOne() {
        MemoryLogStore withoutReceipts = alice.store.copy(network.bytes(16));
        alice.publish(1, 50);
        Stick.exchange(network, alice, bob);
        Signed<Receipt> older = bob.store.receipts(alice.catalogue()).getFirst();
        alice.publish(1, 50);
        Stick.take(bob, Stick.export(alice, Stick.to(bob)));
        network.runFor(Duration.ofSeconds(5));
        Signed<Receipt> newer = bob.store.receipts(alice.catalogue()).getFirst();
        alice.restore(withoutReceipts);

        Stick.take(alice, new Receipts(List.of(newer, older)));

        assertTrue(states(alice, alice.catalogue(), bob, 2));
    }

    private static boolean states(SmallNetwork.Node at, LogId log, SmallNetwork.Node holder, long size) {
        return Shelf.stated(at, log, holder).filter(line -> line.size() == size).isPresent();
    }

    private static long entries(List<Frame> frames) {
        return frames.stream()
                .filter(Entries.class::isInstance)
                .mapToLong(frame -> ((Entries) frame).entries().size())
                .sum();
    }

    private static List<Head> states(SmallNetwork.Node node) {
        List<Head> heads = new ArrayList<>();
        node.store.logs().forEach(state -> state.head().map(SignedHead::head).ifPresent(heads::add));
        return heads;
    }

    private static Object problems(BundleTally tally) {
        return List.of(What.REFUSED, What.FOREIGN, What.CONTRADICTING, What.STOPPED, What.EARLY, What.IGNORED).stream()
                .map(what -> BundleTally.of(what, tally.get(what)))
                .reduce(BundleTally.NONE, BundleTally::plus)
                .counts();
    }
}
