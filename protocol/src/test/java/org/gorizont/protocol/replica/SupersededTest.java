// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.Test;

/** Bodies that go because something newer was said. */
final class SupersededTest extends ThreeSchools {
    private static final Hash HASH = new Hash(Bytes.zeros(Hash.SIZE));

    @Test
    void aNewerBodyTakesThePlaceOfTheOlderOneEverywhere() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        say(Verb.REPLACE, Retention.LATEST);
        met(2);

        for (SmallNetwork.Node node : List.of(alice, bob, carol)) {
            assertEquals(List.of(1L), Shelf.bodies(node, alice.catalogue()));
            assertEquals(List.of(), Shelf.missing(node, alice.catalogue()));
        }
    }

    @Test
    void withdrawingNeedsNoSuccessor() {
        say(Verb.PUT, Retention.LATEST);
        say(Verb.WITHDRAW, Retention.LATEST);
        met(2);

        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void anOldBodyStaysUntilThatOfItsSuccessorIsHere() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        carol.stop();
        bob.stop();
        say(Verb.REPLACE, Retention.LATEST);
        Entry successor = Shelf.entries(alice, alice.catalogue()).get(1);
        List<Entry> without = List.of(successor.withoutBody(), successor.withoutBody());
        network.closeRoads();
        bob.start();

        Stick.take(bob, Shelf.frame(alice, alice.catalogue(), 1, 2, without));
        assertEquals(List.of(0L), Shelf.bodies(bob, alice.catalogue()));
        Stick.take(bob, Shelf.frame(alice, alice.catalogue(), 1, 2, List.of(successor, successor)));

        assertEquals(List.of(1L), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void nobodyAsksForABodyThatHasASuccessor() {
        Entry gone = alone(Verb.PUT);
        alice.store.apply(List.of(new Change.BodyDropped(alice.catalogue(), 0)));
        met(1);
        assertEquals(List.of(0L), Shelf.missing(bob, alice.catalogue()));
        network.runFor(Duration.ofMinutes(30));
        assertEquals(List.of(ReplicaStatus.Why.BODIES_MISSING), behind(bob));

        say(Verb.REPLACE, Retention.LATEST);
        met(2);
        network.runFor(Duration.ofSeconds(10));

        assertEquals(List.of(), behind(bob));
        List<Want> asked = new ArrayList<>();
        network.lose((_, frame) -> frame instanceof Want want && asked.add(want));
        network.runFor(Duration.ofHours(1));
        assertEquals(List.of(), asked);
        assertEquals(2, stated(alice.catalogue(), bob));
        assertTrue(gone.body().isPresent());
    }

    @Test
    void aNewcomerWaitsForNothingThatEverybodyHasDropped() {
        for (int i = 0; i < 20; i++) {
            say(Verb.REPLACE, Retention.LATEST);
        }
        say(Verb.ERASE, Retention.LATEST);
        say(Verb.PUT, Retention.LATEST);
        met(22);
        var dave = network.node("dave");

        dave.join(bob.invite(circle));
        network.runUntil(() -> dave.holds(alice.catalogue()) == 22);

        assertEquals(List.of(21L), Shelf.bodies(dave, alice.catalogue()));
        assertEquals(List.of(), Shelf.missing(dave, alice.catalogue()));
        assertEquals(List.of(), behind(dave));
    }

    @Test
    void whatIsStatedAgainKeepsItsPlaceInTheOrder() {
        Body kept = new Body(network.bytes(Body.SALT_SIZE), network.bytes(50));
        Body gone = new Body(network.bytes(Body.SALT_SIZE), network.bytes(50));
        Header put = header(OTHER, Verb.PUT, Optional.empty(), Optional.of(gone));
        Header again = header(OTHER, Verb.PUT, Optional.of(new Origin(0, 2, HASH)), Optional.of(gone));

        alice.stop();
        alice.plant(
                alice.catalogue(),
                List.of(
                        entry(header(PRACTICE, Verb.ERASE, Optional.empty(), Optional.empty()), Optional.empty()),
                        entry(header(PRACTICE, Verb.PUT, Optional.empty(), Optional.of(kept)), Optional.of(kept)),
                        entry(put, Optional.of(gone)),
                        entry(
                                header(PRACTICE, Verb.ERASE, Optional.of(new Origin(0, 0, HASH)), Optional.empty()),
                                Optional.empty()),
                        entry(again, Optional.of(gone))));
        alice.start();
        met(5);
        assertEquals(List.of(1L, 4L), Shelf.bodies(bob, alice.catalogue()));

        say(Verb.REPLACE, Retention.LATEST);
        Shelf.say(network, alice, OTHER, Verb.ERASE, Retention.LATEST);
        met(7);

        assertEquals(List.of(5L), Shelf.bodies(bob, alice.catalogue()));
    }

    private Header header(RecordId record, Verb verb, Optional<Origin> origin, Optional<Body> body) {
        return new Header(
                Header.VERSION,
                new Kind("note", 1, 0),
                record,
                verb,
                Retention.LATEST,
                origin,
                network.now(),
                List.of(),
                false,
                body.map(content -> content.content().size()).orElse(0),
                body.map(Hashing::commitment));
    }

    private static Entry entry(Header header, Optional<Body> body) {
        return LogCodec.entry(LogCodec.header(header), body);
    }

    private long stated(LogId log, SmallNetwork.Node holder) {
        return Shelf.stated(alice, log, holder).map(line -> line.size()).orElse(0L);
    }
}
