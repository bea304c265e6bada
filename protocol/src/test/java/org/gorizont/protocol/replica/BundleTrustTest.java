// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.BundleTally.What;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.junit.jupiter.api.Test;

/** What a bundle brings is judged as what a neighbour says, and tells nobody more. */
final class BundleTrustTest extends SchoolsApart {
    @Test
    void b04ABundleOfAForeignCircleIsRefusedByItsName() {
        var stranger = network.node("stranger");
        CircleId other = stranger.found("Чужая сеть");
        stranger.publish(2, 50);
        byte[] file = Stick.export(stranger, Stick.all(other));

        Outcome outcome = bob.ask(request -> new Input.BundleOpened(
                request,
                new BundleHeader(
                        stranger.id, List.of(new BundleHeader.Circle(other, "Чужая сеть")), Optional.empty(), 1)));

        var refused = assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(Refusal.FOREIGN_BUNDLE, refused.refusal());
        assertEquals("Чужая сеть", refused.detail());
        assertTrue(file.length > 0);
    }

    @Test
    void b04FramesOfAForeignCircleUnderAnOwnHeaderAreNotTaken() {
        var stranger = network.node("stranger");
        CircleId other = stranger.found("Чужая сеть");
        stranger.publish(2, 50);

        BundleTally taken = BundleTally.NONE;
        for (Frame frame : Stick.frames(stranger, Stick.all(other))) {
            taken = taken.plus(Stick.take(bob, frame));
        }

        assertEquals(3, taken.get(What.FOREIGN));
        assertEquals(0, taken.get(What.NEW));
        assertEquals(0, bob.holds(stranger.catalogue()));
    }

    @Test
    void b04LogsOfAnOwnCircleAreTakenWhoeverCarriesThem() {
        var carol = joinAlone();
        alice.publish(2, 50);
        Stick.take(carol, Stick.export(alice, Stick.to(carol)));

        Stick.take(bob, Stick.export(carol, Stick.all(circle)));

        assertEquals(2, bob.holds(alice.catalogue()));
    }

    @Test
    void importIsNoTrust() {
        alice.publish(3, 100);
        Entries honest = catalogueForBob();
        SignedHead head = honest.head();
        SignedHead unsigned = new SignedHead(head.head(), head.exact(), new Signature(Bytes.zeros(Signature.SIZE)));
        List<Entry> fewer = honest.entries().subList(0, 2);

        assertEquals(
                1, Stick.take(bob, with(honest, honest.entries(), unsigned)).get(What.REFUSED));
        assertEquals(2, Stick.take(bob, with(honest, fewer, head)).get(What.CONTRADICTING));
        assertEquals(0, bob.holds(alice.catalogue()));
        assertEquals(3, Stick.take(bob, honest).get(What.NEW));
    }

    @Test
    void aBundleForASchoolHasNothingOfCirclesThatItIsNotIn() {
        network.openRoads();
        var carol = network.node("carol");
        CircleId other = alice.found("Другая");
        carol.join(alice.invite(other));
        network.runFor(Duration.ofMinutes(1));
        network.closeRoads();
        carol.publish(2, 50);
        alice.publish(Channel.CALENDAR, Scope.of(other), 2, 50);
        Stick.take(alice, Stick.export(carol, Stick.to(alice)));
        assertEquals(2, alice.holds(carol.catalogue()));

        List<Frame> frames = Stick.frames(alice, Stick.to(bob));

        assertFalse(frames.stream()
                .filter(Identities.class::isInstance)
                .flatMap(frame -> ((Identities) frame).chains().stream())
                .anyMatch(chain -> Hashing.schoolId(chain.genesisBytes()).equals(carol.id)));
        assertTrue(frames.stream()
                .filter(Addresses.class::isInstance)
                .flatMap(frame -> ((Addresses) frame).records().stream())
                .noneMatch(record -> record.value().school().equals(carol.id)));
        assertTrue(frames.stream()
                .filter(Entries.class::isInstance)
                .map(frame -> ((Entries) frame).log())
                .noneMatch(log ->
                        log.scope().equals(Scope.of(other)) || log.school().equals(carol.id)));
    }

    @Test
    void nothingIsMadeForStrangers() {
        var stranger = network.node("stranger");

        Outcome outcome = alice.ask(request -> new Input.BundleAsked(request, Stick.to(stranger)));

        assertEquals(
                Refusal.NOT_A_MEMBER,
                assertInstanceOf(Outcome.Refused.class, outcome).refusal());
    }

    @Test
    void ofOneSchoolOnlySoManyLogsAreTaken() {
        alice.publish(1, 50);
        List<Entry> entries = List.of(alice.store.entry(alice.catalogue(), 0).orElseThrow());
        alice.stop();
        for (int i = 0; i < Limits.LOGS_OF_SCHOOL; i++) {
            alice.plant(new LogId(alice.id, new Channel(100 + i), Scope.everyCircle(), 0), entries);
        }
        alice.start();

        Stick.take(bob, Stick.export(alice, Stick.to(bob)));

        long taken = bob.store.logs().stream()
                .filter(state -> state.log().school().equals(alice.id))
                .count();
        assertEquals(Limits.LOGS_OF_SCHOOL, taken);
    }

    @Test
    void b08ABundleWithOnlyAForkIsShownAndPassedOn() {
        var carol = joinAlone();
        alice.publish(3, 50);
        Stick.take(carol, Stick.export(alice, Stick.to(carol)));
        Stick.take(bob, Stick.export(alice, Stick.to(bob)));
        forkAliceBetweenHerselfAnd(carol);
        Frame proof = Stick.frames(carol, Stick.to(bob)).stream()
                .filter(ForkAlert.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertEquals(1, Stick.take(bob, proof).get(What.FORKS));
        assertEquals(0, Stick.take(bob, proof).get(What.FORKS));
        assertEquals(1, bob.store.forks().size());
        assertTrue(Stick.frames(bob, Stick.all(circle)).contains(proof));
    }

    /** Alice's disk is replaced by an older copy, and she is deaf to what others say of it. */
    private void forkAliceBetweenHerselfAnd(SmallNetwork.Node other) {
        MemoryLogStore backup = alice.store.copy(network.bytes(16));
        alice.publish(2, 50);
        Stick.take(other, Stick.export(alice, Stick.to(other)));
        alice.stop();
        alice.store = backup;
        alice.start();
        alice.publish(1, 50);
        BundleTally taken = Stick.take(other, Stick.export(alice, Stick.all(circle)));
        assertEquals(1, taken.get(What.FORKS));
    }

    @Test
    void aBundleWithAnOtherVersionOfALogProvesTheForkByItself() {
        var carol = joinAlone();
        alice.publish(3, 50);
        Stick.take(carol, Stick.export(alice, Stick.to(carol)));

        forkAliceBetweenHerselfAnd(carol);

        assertEquals(3, carol.store.forks().getFirst().index());
    }

    @Test
    void aHeadOfOurOwnThatWeDoNotHoldStopsUs() {
        MemoryLogStore backup = alice.store.copy(network.bytes(16));
        alice.publish(2, 50);
        Stick.take(bob, Stick.export(alice, Stick.to(bob)));
        alice.stop();
        alice.store = backup;
        alice.start();

        Stick.take(alice, Stick.export(bob, Stick.to(alice)));

        assertEquals(Optional.of(Refusal.RECOVERING), alice.status().writing());
    }
}
