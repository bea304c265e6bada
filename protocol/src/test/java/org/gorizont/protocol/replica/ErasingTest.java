// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.Test;

/** Bodies that are erased, and whoever offers them again. */
final class ErasingTest extends ThreeSchools {
    @Test
    void whatIsKeptAsHistoryGoesByErasingAlone() {
        say(Verb.PUT, Retention.HISTORY);
        say(Verb.REPLACE, Retention.HISTORY);
        say(Verb.WITHDRAW, Retention.HISTORY);
        met(3);
        assertEquals(List.of(0L, 1L), Shelf.bodies(bob, alice.catalogue()));

        say(Verb.ERASE, Retention.HISTORY);
        met(4);

        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void otherRecordsKeepTheirBodies() {
        Shelf.say(network, alice, OTHER, Verb.PUT, Retention.LATEST);
        say(Verb.PUT, Retention.LATEST);
        say(Verb.ERASE, Retention.LATEST);
        met(3);

        assertEquals(List.of(0L), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void whoWasOffErasesWhenItComesBack() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        carol.stop();
        say(Verb.ERASE, Retention.LATEST);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 2);
        network.runFor(Duration.ofSeconds(5));
        assertEquals(1, erased(alice.catalogue(), bob));
        assertEquals(0, erased(alice.catalogue(), carol));
        assertEquals(List.of(0L), Shelf.bodies(carol, alice.catalogue()));

        alice.stop();
        carol.start();
        network.runUntil(() -> carol.holds(alice.catalogue()) == 2);
        assertEquals(List.of(), Shelf.bodies(carol, alice.catalogue()));

        alice.start();
        network.runUntil(() -> erased(alice.catalogue(), carol) == 1);
    }

    @Test
    void w34AnErasedBodyThatIsOfferedAgainStaysErased() {
        Entry whole = alone(Verb.PUT);
        met(1);
        byte[] bundle = Stick.export(bob, Stick.all(circle));
        say(Verb.ERASE, Retention.LATEST);
        met(2);

        offerAgain(whole, bundle);
        bob.stop();
        bob.start();
        network.runFor(Duration.ofSeconds(5));
        offerAgain(whole, bundle);

        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
        assertEquals(List.of(), Shelf.missing(bob, alice.catalogue()));
    }

    private void offerAgain(Entry whole, byte[] bundle) {
        TreeMap<Long, Body> bodies = new TreeMap<>();
        bodies.put(0L, whole.body().orElseThrow());
        bob.input(new Input.FrameReceived(network.link(bob, alice), new Bodies(alice.catalogue(), bodies, List.of())));
        Stick.take(bob, bundle);
        Stick.take(bob, Shelf.frame(alice, alice.catalogue(), 0, 1, List.of(whole)));
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void w34ABodyThatComesInOneFileWithItsErasingIsNotTaken() {
        Entry whole = alone(Verb.PUT);
        alice.store.apply(List.of(new Change.BodyDropped(alice.catalogue(), 0)));
        met(1);
        network.closeRoads();
        say(Verb.ERASE, Retention.LATEST);
        List<Entry> both =
                List.of(whole, Shelf.entries(alice, alice.catalogue()).get(1));

        Stick.take(bob, Shelf.frame(alice, alice.catalogue(), 0, 2, both));

        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void whatErasesAndWhatIsErasedAreOneWrite() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        bob.store.sync();
        say(Verb.ERASE, Retention.LATEST);
        met(2);

        bob.stop();
        bob.store.loseUnsynced();
        assertEquals(1, bob.holds(alice.catalogue()));
        assertEquals(List.of(0L), Shelf.bodies(bob, alice.catalogue()));
        bob.start();
        network.runUntil(() -> bob.holds(alice.catalogue()) == 2);

        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void underANewKeyTheRecordsOfTheOldOneAreErased() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        alice.rotate();
        say(Verb.ERASE, Retention.LATEST);
        network.runUntil(() -> bob.holds(alice.catalogue(1)) == 1 && carol.holds(alice.catalogue(1)) == 1);

        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void aSchoolThatComesBackByItsPaperOrABackupFindsItErased() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        MemoryLogStore backup = alice.store.copy(network.bytes(16));
        say(Verb.ERASE, Retention.LATEST);
        met(2);

        alice.restore(backup);
        network.runUntil(() -> alice.status().writing().isEmpty());
        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));

        alice.returnBy(bob);
        network.runUntil(() -> alice.status().writing().isEmpty());
        alice.goOn();
        assertEquals(2, alice.holds(alice.catalogue()));
        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));
        assertEquals(List.of(), behind(bob));
    }

    @Test
    void whatAThiefHasErasedComesBackOnceTheSchoolSealsItsLogBefore() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        carol.stop();
        var thief = network.twin(alice);
        alice.stop();
        thief.start();
        Shelf.say(network, thief, PRACTICE, Verb.ERASE, Retention.LATEST);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 2);
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
        thief.stop();

        network.closeRoads();
        alice.start();
        alice.rotate();
        network.openRoads();

        network.runUntil(() -> Shelf.bodies(bob, alice.catalogue()).equals(List.of(0L)));
        assertEquals(1, bob.holds(alice.catalogue()));
    }

    @Test
    void nothingOfMembershipIsErased() {
        LogId control = new LogId(alice.id, Channel.CONTROL, Scope.of(circle), 0);
        Header admission = alice.store.entry(control, 1).flatMap(Entry::header).orElseThrow();
        network.runUntil(() -> bob.holds(control) == alice.holds(control));
        List<Long> before = Shelf.bodies(bob, control);
        alice.ask(request -> new Input.Published(
                request,
                control.channel(),
                control.scope(),
                List.of(new Draft(
                        admission.kind(),
                        admission.record(),
                        Verb.ERASE,
                        Retention.HISTORY,
                        network.now(),
                        List.of(),
                        Optional.empty()))));
        network.runUntil(() -> bob.holds(control) == before.size() + 1);

        assertEquals(before, Shelf.bodies(bob, control));
        assertEquals(before, Shelf.bodies(alice, control));
    }

    private long erased(LogId log, SmallNetwork.Node holder) {
        return Shelf.stated(alice, log, holder).map(line -> line.erased()).orElse(0L);
    }
}
