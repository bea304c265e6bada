// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Invitation;
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
    void aSchoolJoinsByCodeAndBothHoldEachOthersRecords() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        alice.publish(3, 100);
        bob.publish(2, 100);

        assertEquals(new Outcome.Joined(circle), bob.join(alice.invite(circle)));
        network.runUntil(() -> bob.holds(alice.catalogue()) == 3 && alice.holds(bob.catalogue()) == 2);

        assertEquals(
                List.of(circle),
                alice.status().circles().stream().map(c -> c.id()).toList());
        assertEquals(2, bob.status().circles().getFirst().members().size());
    }

    @Test
    void theInviterHearsOfANewcomersRecordsBeforeItAsksAgain() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        bob.publish(2, 100);

        bob.join(alice.invite(circle));
        network.runFor(Duration.ofSeconds(3));

        assertEquals(2, alice.holds(bob.catalogue()));
    }

    @Test
    void aCodeWorksOnceAndAFalseOneNever() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        CircleId circle = alice.found("Горизонт");
        Invitation invitation = alice.invite(circle);
        bob.join(invitation);

        Outcome used = carol.join(invitation);
        Outcome guessed = carol.join(new Invitation(circle, alice.id, alice.endpoint, network.bytes(16)));

        assertEquals(
                Refusal.INVITATION_REFUSED,
                assertInstanceOf(Outcome.Refused.class, used).refusal());
        assertEquals(
                Refusal.INVITATION_REFUSED,
                assertInstanceOf(Outcome.Refused.class, guessed).refusal());
        assertEquals(0, carol.holds(alice.catalogue()));
    }

    @Test
    void joinsThoughTheLinkBreaksWhenTheCodeIsSpent() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        Invitation invitation = alice.invite(circle);

        bob.input(new Input.JoinAsked(new RequestId(77), invitation));
        network.runUntil(() -> alice.store.invitations().isEmpty());
        network.breakLinks();

        network.runUntil(() -> bob.outcomes.containsKey(77L));
        assertEquals(new Outcome.Joined(circle), bob.outcomes.get(77L));
    }

    @Test
    void hearsOfAllFromAnInviterThatItDoesNotKnowAsAMemberYet() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        var dave = network.node("dave");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        carol.join(bob.invite(circle));
        dave.input(new Input.JoinAsked(new RequestId(77), alice.invite(circle)));
        network.runUntil(() -> carol.status().circles().getFirst().members().contains(dave.id));
        dave.stop();
        dave.store = new MemoryLogStore(network.bytes(16));
        alice.stop();
        bob.stop();
        dave.start();

        dave.join(carol.invite(circle));

        network.runUntil(() -> dave.status().circles().getFirst().members().size() == 4);
    }

    @Test
    void joinsByAnotherCodeAfterOneWasRefused() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        carol.join(new Invitation(circle, alice.id, alice.endpoint, network.bytes(16)));

        assertEquals(new Outcome.Joined(circle), carol.join(bob.invite(circle)));
        network.runUntil(() -> alice.status().circles().getFirst().members().size() == 3);
    }

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
    void aStrangerIsRefusedAndLearnsNothing() {
        var alice = network.node("alice");
        var mallory = network.node("mallory");
        CircleId circle = alice.found("Горизонт");
        alice.publish(3, 100);

        mallory.join(new Invitation(circle, alice.id, alice.endpoint, network.bytes(16)));
        network.runFor(Duration.ofMinutes(10));

        assertTrue(alice.farewells.contains("INVITATION_REFUSED"));
        assertTrue(mallory.store.logs().isEmpty());
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
    void twoVersionsOfALogAreProvenAndToldInOneExchange() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        carol.join(alice.invite(circle));
        alice.publish(3, 50);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 3 && carol.holds(alice.catalogue()) == 3);
        carol.stop();
        MemoryLogStore backup = alice.store.copy(network.bytes(16));
        alice.publish(2, 50);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 5);
        bob.stop();
        alice.stop();
        alice.store = backup;
        alice.start();
        carol.start();
        alice.publish(1, 50);
        network.runUntil(() -> carol.holds(alice.catalogue()) == 4);
        alice.stop();

        bob.start();

        network.runUntil(
                () -> !bob.store.forks().isEmpty() && !carol.store.forks().isEmpty());
        assertEquals(3, bob.store.forks().getFirst().index());
        assertFalse(bob.status().schools().stream()
                .allMatch(school -> school.behind().isEmpty()));
    }

    @Test
    void membersStayTheSameOverARestartWhenAControlLogIsForked() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        carol.join(alice.invite(circle));
        network.runUntil(() -> bob.status().circles().getFirst().members().size() == 3);
        LogId control = new LogId(alice.id, Channel.CONTROL, Scope.of(circle), 0);
        alice.stop();
        carol.stop();
        bob.stop();
        LogState held = bob.store.log(control).orElseThrow();
        bob.store.apply(List.of(new Change.LogAdvanced(
                new LogState(control, held.range(), held.head(), held.witnessed(), Optional.of(2L), held.arrival()))));

        bob.start();

        assertEquals(2, bob.status().circles().getFirst().members().size());
    }

    @Test
    void aNewcomerGetsWhatBothVersionsOfAForkedLogShare() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        carol.join(alice.invite(circle));
        forkBetween(alice, bob, carol);
        alice.stop();
        carol.stop();
        var dave = network.node("dave");

        dave.join(bob.invite(circle));
        network.runUntil(() -> dave.store
                .log(alice.catalogue())
                .filter(state -> state.held() == 3 && state.forkedAt().isPresent())
                .isPresent());
        network.runFor(Duration.ofMinutes(10));

        assertEquals(3, dave.store.log(alice.catalogue()).orElseThrow().held());
        assertEquals(
                List.of(ReplicaStatus.Why.FORKED),
                dave.status().schools().stream()
                        .filter(school -> school.id().equals(alice.id))
                        .flatMap(school -> school.behind().stream())
                        .map(ReplicaStatus.Behind::why)
                        .toList());
    }

    /** Three entries are the same; then bob holds two of one version and carol one of another, and both know. */
    private void forkBetween(SmallNetwork.Node alice, SmallNetwork.Node bob, SmallNetwork.Node carol) {
        alice.publish(3, 50);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 3 && carol.holds(alice.catalogue()) == 3);
        carol.stop();
        MemoryLogStore backup = alice.store.copy(network.bytes(16));
        alice.publish(2, 50);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 5);
        bob.stop();
        alice.stop();
        alice.store = backup;
        alice.start();
        carol.start();
        alice.publish(1, 50);
        network.runUntil(() -> carol.holds(alice.catalogue()) == 4);
        alice.stop();
        bob.start();
        network.runFor(Duration.ofMinutes(2));
        network.lose((_, _) -> false);
        network.runUntil(
                () -> !bob.store.forks().isEmpty() && !carol.store.forks().isEmpty());
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
    void aSilentPeerDoesNotBlockTheProofOfAFork() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        carol.join(alice.invite(circle));
        network.lose((_, frame) -> frame instanceof Proof);

        forkBetween(alice, bob, carol);
    }

    @Test
    void asksAgainWhereAMemberOfOneCircleBecomesOneOfAnother() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        var carol = network.node("carol");
        CircleId both = alice.found("Химия");
        carol.join(alice.invite(both));
        carol.publish(5, 50);
        network.runUntil(() -> alice.holds(carol.catalogue()) == 5);
        CircleId circle = bob.found("Горизонт");
        alice.join(bob.invite(circle));
        Invitation invitation = bob.invite(circle);
        network.runFor(Duration.ofMinutes(2));

        carol.input(new Input.JoinAsked(new RequestId(77), invitation));
        network.runUntil(() -> bob.store.invitations().isEmpty());
        carol.stop();

        network.runUntil(() -> bob.holds(carol.catalogue()) == 5);
    }

    @Test
    void fetchesMissingBodiesThoughTheyAreAMultipleOfWhatIsAskedAtOnce() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        alice.stop();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Body body = new Body(network.bytes(32), network.bytes(10));
            entries.add(LogCodec.entry(LogCodec.header(promise(body)), Optional.of(body)));
        }
        alice.plant(alice.catalogue(), entries);
        bob.stop();
        bob.plant(
                alice,
                alice.catalogue(),
                entries.stream().map(Entry::withoutBody).toList());
        List<Frame> empty = new ArrayList<>();
        network.lose((_, frame) -> {
            if (frame instanceof Want want && want.bodies().isEmpty() && want.from() == want.to()) {
                empty.add(frame);
            }
            return false;
        });
        bob.start();
        alice.start();

        network.runUntil(() -> bob.store.missingBodies(alice.catalogue(), 0, 1).isEmpty());
        network.runFor(Duration.ofMinutes(1));

        assertEquals(List.of(), empty);
        assertTrue(bob.status().schools().stream()
                .allMatch(school -> school.behind().isEmpty()));
    }

    @Test
    void bodiesThatNobodyHasAreAskedForMoreAndMoreSeldomAndHideNoOthers() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        List<Entry> atAlice = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            Body never = new Body(network.bytes(32), network.bytes(10));
            atAlice.add(LogCodec.entry(LogCodec.header(promise(never)), Optional.empty()));
        }
        Body last = new Body(network.bytes(32), network.bytes(10));
        atAlice.add(LogCodec.entry(LogCodec.header(promise(last)), Optional.of(last)));
        alice.stop();
        alice.plant(alice.catalogue(), atAlice);
        bob.stop();
        bob.plant(
                alice,
                alice.catalogue(),
                atAlice.stream().map(Entry::withoutBody).toList());
        List<Frame> asked = new ArrayList<>();
        network.lose((_, frame) -> {
            if (frame instanceof Want want && !want.bodies().isEmpty()) {
                asked.add(frame);
            }
            return false;
        });
        bob.start();
        alice.start();

        network.runUntil(
                () -> !bob.store.missingBodies(alice.catalogue(), 0, 100).contains(70L));
        asked.clear();
        network.runFor(Duration.ofHours(2));

        assertEquals(70, bob.store.missingBodies(alice.catalogue(), 0, 100).size());
        assertTrue(asked.size() < 100, "asked " + asked.size() + " times");
    }

    private Header promise(Body body) {
        return new Header(
                Header.VERSION,
                new Kind("note", 1, 0),
                new RecordId(network.bytes(16)),
                Verb.PUT,
                Retention.LATEST,
                Optional.empty(),
                network.now(),
                List.of(),
                false,
                body.content().size(),
                Optional.of(Hashing.commitment(body)));
    }

    @Test
    void aCodeThatIsGivenUpForAnotherOneIsAnswered() {
        var alice = network.node("alice");
        var bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        Invitation first = alice.invite(circle);
        Invitation second = alice.invite(circle);

        bob.input(new Input.JoinAsked(new RequestId(77), first));
        bob.input(new Input.JoinAsked(new RequestId(78), second));

        network.runUntil(() -> bob.outcomes.containsKey(77L) && bob.outcomes.containsKey(78L));
        assertInstanceOf(Outcome.Refused.class, bob.outcomes.get(77L));
    }

    @Test
    void aSchoolIsInAsManyCirclesAsTheLimitAndNoMore() {
        var alice = network.node("alice");
        for (int i = 0; i < Limits.CIRCLES; i++) {
            alice.found("Круг " + i);
        }

        assertThrows(ClassCastException.class, () -> alice.found("Ещё один"));
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
