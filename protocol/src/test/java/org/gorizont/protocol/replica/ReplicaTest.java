// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.Test;

/** Scenes with a few replicas: what a school sees of the whole protocol. */
final class ReplicaTest {
    private SmallNetwork network = new SmallNetwork();

    @Test
    void aThirdSchoolLearnsOfTheSecondThroughTheFirst() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        bob.publish(5, 50);
        network.runUntil(() -> alice.holds(bob.catalogue()) == 5);
        bob.stop();

        carol.join(alice.invite(circle));

        network.runUntil(() -> carol.holds(bob.catalogue()) == 5);
    }

    @Test
    void catchesUpAfterNightOff() {
        catchesUp(network);
    }

    @Test
    void catchesUpAfterNightOffWithoutPush() {
        catchesUp(network.withoutPush());
    }

    private static void catchesUp(SmallNetwork network) {
        var alice = network.node("alice");
        var bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        alice.publish(1, 50);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 1);
        bob.stop();
        for (int i = 0; i < 5; i++) {
            alice.publish(1_000, 500);
        }
        network.runFor(Duration.ofHours(12));

        bob.start();

        network.runUntil(() -> bob.holds(alice.catalogue()) == 5_001);
        assertTrue(bob.status().schools().stream()
                .allMatch(school -> school.behind().isEmpty()));
    }

    @Test
    void receiptsTellTheOwnerWhoStoresItsLog() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));

        alice.publish(4, 50);

        network.runUntil(() -> alice.store.receipts(alice.catalogue()).stream()
                .anyMatch(receipt -> receipt.value().holder().equals(bob.id)
                        && receipt.value().lines().stream().anyMatch(line -> line.size() == 4)));
    }

    @Test
    void aLogOfOneCircleNeverReachesAnother() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        CircleId municipal = alice.found("Муниципалитет");
        CircleId thematic = alice.found("Химия");
        bob.join(alice.invite(municipal));
        carol.join(alice.invite(thematic));
        LogId votes = new LogId(alice.id, Channel.CALENDAR, Scope.of(municipal), 0);

        alice.publish(Channel.CALENDAR, Scope.of(municipal), 3, 50);
        network.runUntil(() -> bob.holds(votes) == 3);
        network.runFor(Duration.ofHours(2));

        assertEquals(0, carol.holds(votes));
        assertEquals(Optional.empty(), carol.store.log(votes));
        assertEquals(0, carol.holds(bob.catalogue()));
    }

    @Test
    void w24AnOlderHeadBesideEntriesThatPassItHarmsNothing() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        bob.join(alice.invite(alice.found("Горизонт")));
        alice.publish(3, 50);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 3);
        network.lose((_, _) -> true);
        alice.publish(4, 50);
        SignedHead older = headOf(alice);
        alice.publish(3, 50);
        List<Entry> entries = alice.store.entries(alice.catalogue(), 3, 10, Limits.ANSWER_BYTES);
        Entries riding = new Entries(alice.catalogue(), 3, entries, headOf(alice), Optional.empty(), List.of());

        bob.input(new Input.FrameReceived(network.link(bob, alice), new HeadNotice(List.of(older), List.of(riding))));

        assertEquals(10, bob.holds(alice.catalogue()));
    }

    private static SignedHead headOf(SmallNetwork.Node node) {
        return node.store.log(node.catalogue()).orElseThrow().head().orElseThrow();
    }

    @Test
    void w11ALogStopsForAllBeforeAHeaderOrBodyOverItsLimit() {
        Header promise = new Header(
                Header.VERSION,
                new Kind("note", 1, 0),
                new RecordId(network.bytes(16)),
                Verb.PUT,
                Retention.LATEST,
                Optional.empty(),
                network.now(),
                List.of(),
                false,
                Limits.BODY_BYTES + 1,
                Optional.of(new Hash(network.bytes(32))));
        stopsBefore(LogCodec.entry(LogCodec.header(promise), Optional.empty()));
        stopsBefore(LogCodec.entry(network.bytes(Limits.HEADER_BYTES + 1), Optional.empty()));
    }

    private void stopsBefore(Entry tooLarge) {
        network = new SmallNetwork();
        var mallory = network.node("mallory");
        var bob = network.node("bob");
        CircleId circle = mallory.found("Горизонт");
        bob.join(mallory.invite(circle));
        mallory.publish(2, 50);
        network.runUntil(() -> bob.holds(mallory.catalogue()) == 2);
        mallory.stop();
        Entry good = mallory.store.entry(mallory.catalogue(), 0).orElseThrow();
        mallory.plant(mallory.catalogue(), List.of(good, tooLarge, good));
        mallory.start();

        network.runUntil(() -> bob.store.log(mallory.catalogue()).orElseThrow().held() >= 3);
        mallory.publish(1, 50);
        network.runFor(Duration.ofMinutes(5));

        assertEquals(3, bob.store.log(mallory.catalogue()).orElseThrow().held());
        assertEquals(
                List.of(ReplicaStatus.Why.STOPPED),
                bob.status().schools().stream()
                        .flatMap(school -> school.behind().stream())
                        .map(ReplicaStatus.Behind::why)
                        .toList());
    }

    @Test
    void entriesAndBodiesOfTheLargestSizeFitIntoFrames() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));

        alice.publish(40, Limits.BODY_BYTES);
        alice.publish(Limits.BATCH_ENTRIES, 1);

        network.runUntil(() -> bob.holds(alice.catalogue()) == 40 + Limits.BATCH_ENTRIES);
    }
}
