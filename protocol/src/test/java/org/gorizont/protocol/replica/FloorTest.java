// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner states again what lives and raises the floor: below it nothing is kept, and nobody needs it. */
final class FloorTest {
    private final SmallNetwork network = new SmallNetwork().raisingFloorsFrom(20);
    private SmallNetwork.Node alice;
    private SmallNetwork.Node bob;
    private CircleId circle;
    private LogId log;
    private List<RecordId> records;

    @BeforeEach
    void found() {
        alice = network.node("alice");
        bob = network.node("bob");
        circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        log = alice.catalogue();
        records = IntStream.range(0, 5)
                .mapToObj(_ -> new RecordId(network.bytes(16)))
                .toList();
    }

    private void update(int times) {
        for (int i = 0; i < times; i++) {
            alice.restate(records, 100);
        }
    }

    private static LogState state(SmallNetwork.Node node, LogId log) {
        return node.store.log(log).orElseGet(() -> LogState.empty(log));
    }

    /** Raises the floor at {@code alice} and waits until {@code other} holds the same. */
    private void raisedAndHeldBy(SmallNetwork.Node other) {
        update(6);
        network.runUntil(() -> state(alice, log).floor() > 0);
        network.runUntil(() -> state(other, log).head().equals(state(alice, log).head()));
        network.runUntil(() -> other.store.missingBodies(log, 0, 1).isEmpty());
    }

    /** The newest body of each record, by its entries in the order of their origins. */
    private static Map<RecordId, Body> records(SmallNetwork.Node node, LogId log) {
        Map<RecordId, Body> newest = new TreeMap<>();
        Map<RecordId, Long> places = new TreeMap<>();
        LogState state = state(node, log);
        node.store.entries(log, state.floor(), state.held(), Integer.MAX_VALUE).forEach(entry -> {
            Header header = entry.header().orElseThrow();
            long place = header.origin().map(origin -> origin.seq()).orElse(Long.MAX_VALUE);
            if (places.getOrDefault(header.record(), -1L) <= place) {
                places.put(header.record(), place);
                entry.body()
                        .ifPresentOrElse(
                                body -> newest.put(header.record(), body), () -> newest.remove(header.record()));
            }
        });
        return newest;
    }

    /** Nobody else is on. */
    private SmallNetwork.Node bobHoldsTheBeginningAndCarolTheRest() {
        update(2);
        network.runUntil(() -> bob.holds(log) == 10);
        network.lose(
                (_, frame) -> frame instanceof Entries entries && entries.log().equals(log));
        SmallNetwork.Node carol = network.node("carol");
        carol.join(alice.invite(circle));
        network.runUntil(() -> bob.status().circles().getFirst().members().contains(carol.id));
        network.runFor(Duration.ofMinutes(2));
        bob.stop();
        update(4);
        network.runUntil(() -> state(alice, log).floor() > 0);
        network.lose((_, _) -> false);
        network.runUntil(() -> carol.holds(log) == alice.holds(log));
        alice.stop();
        return carol;
    }

    @Test
    void whatLivesIsStatedAgainAndTheRestGoesEverywhere() {
        update(6);
        network.runUntil(() -> bob.holds(log) == 30);
        Map<RecordId, Body> before = records(alice, log);
        List<Entry> old = bob.store.entries(log, 25, 30, Integer.MAX_VALUE);

        network.runUntil(() -> state(bob, log).floor() == 30);

        assertEquals(35, bob.holds(log));
        assertEquals(before, records(bob, log));
        assertEquals(Optional.empty(), bob.store.entry(log, 29));
        assertEquals(5, bob.store.headers(log, 0, 100).size());
        Entry again = bob.store.entry(log, 30).orElseThrow();
        assertEquals(
                old.getFirst().header().flatMap(Header::commitment),
                again.header().flatMap(Header::commitment));
        assertEquals(25, again.header().flatMap(Header::origin).orElseThrow().seq());
        assertEquals(
                old.getFirst().hash(),
                again.header().flatMap(Header::origin).orElseThrow().hash());
    }

    @Test
    void bodiesThatAreHeldDoNotTravelAgain() {
        update(6);
        network.runUntil(() -> bob.holds(log) == 30);
        List<String> resent = new ArrayList<>();
        network.lose((_, frame) -> {
            if (frame instanceof Bodies bodies && !bodies.bodies().isEmpty()) {
                resent.add("bodies");
            } else if (frame instanceof Entries entries) {
                entries.entries().stream()
                        .flatMap(entry -> entry.body().stream())
                        .forEach(_ -> resent.add("body"));
            }
            return false;
        });

        network.runUntil(() -> state(bob, log).floor() == 30);

        assertEquals(List.of(), resent);
        assertTrue(bob.store.missingBodies(log, 0, 1).isEmpty());
    }

    @Test
    void aSecondRaiseKeepsTheFirstPlaceOfARecordThatDidNotChange() {
        raisedAndHeldBy(bob);
        List<RecordId> some = records.subList(0, 4);
        for (int i = 0; i < 6; i++) {
            alice.restate(some, 100);
        }
        long first = state(alice, log).floor();
        network.runUntil(() -> state(bob, log).floor() > first);
        network.runUntil(() -> bob.store.missingBodies(log, 0, 1).isEmpty());

        assertEquals(records(alice, log), records(bob, log));
        assertEquals(5, records(bob, log).size());
        Header unchanged = bob.store.headers(log, 0, 100).values().stream()
                .flatMap(entry -> entry.header().stream())
                .filter(header -> header.record().equals(records.getLast()))
                .findFirst()
                .orElseThrow();
        assertEquals(29, unchanged.origin().orElseThrow().seq());
    }

    @Test
    void whatIsWithdrawnIsNotStatedAgain() {
        update(6);
        alice.withdraw(records.subList(0, 2));
        network.runUntil(() -> state(bob, log).floor() > 0);
        network.runUntil(() -> bob.holds(log) == alice.holds(log));

        assertEquals(3, state(bob, log).held() - state(bob, log).floor());
        assertEquals(3, records(bob, log).size());
    }

    @Test
    void whatWasErasedWithItsHistoryHoldsNoFloor() {
        RecordId erased = new RecordId(network.bytes(16));
        Shelf.say(network, alice, erased, Verb.PUT, Retention.HISTORY);
        Shelf.say(network, alice, erased, Verb.ERASE, Retention.LATEST);
        update(6);

        network.runUntil(() -> state(bob, log).floor() > 0);
        network.runUntil(() -> bob.holds(log) == alice.holds(log));

        assertEquals(5, state(bob, log).held() - state(bob, log).floor());
    }

    @Test
    void whoeverSleptThroughErasingAndFloorHasTheBodyNoMore() {
        RecordId erased = new RecordId(network.bytes(16));
        Shelf.say(network, alice, erased, Verb.PUT, Retention.HISTORY);
        update(1);
        network.runUntil(() -> bob.holds(log) == 6);
        bob.stop();
        Shelf.say(network, alice, erased, Verb.ERASE, Retention.LATEST);
        update(6);
        network.runUntil(() -> state(alice, log).floor() > 0);
        assertTrue(bob.store.entry(log, 0).flatMap(Entry::body).isPresent());

        bob.start();
        network.runUntil(() -> bob.holds(log) == alice.holds(log));

        assertEquals(Optional.empty(), bob.store.entry(log, 0));
        assertFalse(records(bob, log).containsKey(erased));
    }

    @Test
    void aLogThatMostlyLivesKeepsItsFloorAndSoDoesCONTROL() {
        alice.publish(40, 100);
        network.runFor(Duration.ofMinutes(5));

        assertEquals(0, state(alice, log).floor());
        assertEquals(40, state(alice, log).held());
        alice.store.logs().stream()
                .filter(state -> state.log().scope().circle().isPresent())
                .forEach(state -> assertEquals(0, state.floor()));
    }

    @Test
    void newcomersBeginAtTheFloorAndGiveOthersTheSame() {
        raisedAndHeldBy(bob);
        alice.stop();

        SmallNetwork.Node carol = Shelf.newcomer(network, "carol", bob, circle, log);

        assertEquals(state(bob, log).floor(), state(carol, log).floor());
        assertEquals(
                state(bob, log).floor(), state(carol, log).beginning().tree().size());
        assertEquals(records(bob, log), records(carol, log));

        bob.stop();
        SmallNetwork.Node dave = network.node("dave");
        dave.join(carol.invite(circle));
        network.runUntil(() -> dave.holds(log) == carol.holds(log));
        assertEquals(records(carol, log), records(dave, log));

        alice.start();
        bob.start();
        alice.restate(records, 100);
        network.runUntil(() -> dave.holds(log) == alice.holds(log) && carol.holds(log) == alice.holds(log));
        assertEquals(records(alice, log), records(dave, log));
    }

    @Test
    void whoeverWasAwayIsShownThatItsBeginningFits() {
        update(2);
        network.runUntil(() -> bob.holds(log) == 10);
        SmallNetwork.Node carol = network.node("carol");
        carol.join(alice.invite(circle));
        network.runUntil(() -> carol.holds(log) == 10);
        carol.stop();
        raisedAndHeldBy(bob);

        carol.start();
        network.runUntil(() -> carol.holds(log) == alice.holds(log));
        network.runUntil(() -> carol.store.missingBodies(log, 0, 1).isEmpty());

        assertEquals(records(alice, log), records(carol, log));
        assertEquals(5, carol.store.headers(log, 0, 100).size());
        assertFalse(carol.store.headers(log, 0, 100).containsKey(9L));
    }

    @Test
    void whoeverWasAwayTakesNothingThatIsNotShownToFit() {
        SmallNetwork.Node carol = bobHoldsTheBeginningAndCarolTheRest();

        assertEquals(30, state(carol, log).beginning().tree().size());
        carol.publish(1, 50);

        bob.start();
        network.runUntil(() -> bob.holds(carol.catalogue()) == 1);
        network.runFor(Duration.ofMinutes(3));
        assertEquals(10, bob.holds(log));

        alice.start();
        network.runUntil(() -> bob.holds(log) == alice.holds(log));
        assertEquals(records(alice, log), records(bob, log));
    }

    @Test
    void aLogBeginsAnewWhenNobodyIsLeftWhoCouldShowThatItFits() {
        SmallNetwork.Node carol = bobHoldsTheBeginningAndCarolTheRest();
        long cuts = bob.store.cuts();

        bob.start();
        network.runFor(Limits.BRIDGE_PATIENCE.minusMinutes(1));
        assertEquals(10, bob.holds(log));
        network.runUntil(() -> bob.holds(log) == carol.holds(log));
        network.runUntil(() -> bob.store.missingBodies(log, 0, 1).isEmpty());

        assertEquals(records(carol, log), records(bob, log));
        assertEquals(5, bob.store.headers(log, 0, 100).size());
        assertEquals(cuts + 1, bob.store.cuts());
    }

    @Test
    void aBackupFromBelowTheFloorIsMadeWhole() {
        update(2);
        MemoryLogStore backup = alice.store.copy(network.bytes(16));
        raisedAndHeldBy(bob);

        alice.restore(backup);
        assertEquals(
                Refusal.RECOVERING,
                assertInstanceOf(Outcome.Refused.class, alice.restate(records, 50))
                        .refusal());
        network.runUntil(() -> alice.status().writing().isEmpty());

        assertEquals(state(bob, log).head(), state(alice, log).head());
        alice.restate(records, 50);
        network.runUntil(() -> bob.holds(log) == alice.holds(log));
        assertEquals(records(alice, log), records(bob, log));
        assertEquals(List.of(), bob.store.forks());
    }

    @Test
    void aLostSchoolComesBackFromTheFloorAndGoesOn() {
        raisedAndHeldBy(bob);
        Map<RecordId, Body> before = records(bob, log);

        alice.returnBy(bob);
        network.runUntil(() ->
                alice.holds(log) == bob.holds(log) && alice.status().writing().isPresent());
        network.runFor(Duration.ofMinutes(30));
        alice.goOn();

        assertEquals(before, records(alice, log));
        alice.publish(1, 50);
        network.runUntil(() -> bob.holds(alice.catalogue(1)) == 1);
        assertEquals(before, records(bob, log));
    }

    @Test
    void aFloorThatFallsTakesNothingBack() {
        raisedAndHeldBy(bob);
        long floor = state(bob, log).floor();
        Entry more = alice.store.entry(log, floor).orElseThrow();
        alice.stop();
        alice.plant(log, List.of(more));
        alice.start();

        network.runUntil(() -> bob.holds(log) == alice.holds(log));

        assertEquals(0, state(bob, log).head().orElseThrow().floor());
        assertEquals(floor, state(bob, log).floor());
        assertEquals(5, records(bob, log).size());
    }
}
