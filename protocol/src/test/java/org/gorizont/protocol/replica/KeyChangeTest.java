// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.actors.Entries;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.identity.NextLink;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Sponsorship;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P13: a school changes its keys; what was sealed counts everywhere, and nothing else that the old key has signed. */
final class KeyChangeTest {
    private final SmallNetwork network = new SmallNetwork();
    private SmallNetwork.Node alice;
    private SmallNetwork.Node bob;
    private SmallNetwork.Node carol;
    private CircleId circle;

    @BeforeEach
    void threeSchoolsOfOneCircle() {
        alice = network.node("alice");
        bob = network.node("bob");
        carol = network.node("carol");
        circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        carol.join(alice.invite(circle));
        alice.publish(3, 50);
        network.runUntil(() -> holdsAll(bob) && holdsAll(carol));
    }

    @Test
    void goesOnUnderNewKeysAndWhatWasPublishedBeforeCounts() {
        alice.rotate();
        alice.publish(2, 50);
        var dave = network.node("dave");
        dave.join(alice.invite(circle));

        network.runUntil(() -> holdsAll(bob) && holdsAll(carol) && holdsAll(dave));

        assertEquals(3, bob.holds(alice.catalogue(0)));
        assertEquals(2, dave.holds(alice.catalogue(1)));
        assertEquals(4, members(bob));
        assertEquals(Optional.empty(), alice.status().writing());
    }

    @Test
    void goesOnAfterASecondChangeToo() {
        alice.rotate();
        alice.publish(1, 50);
        alice.rotate();
        alice.publish(4, 50);

        network.runUntil(() -> holdsAll(bob) && holdsAll(carol) && bob.holds(alice.catalogue(2)) == 4);
    }

    @Test
    void whoWasOffLearnsItFromTheSchoolItself() {
        bob.stop();
        alice.rotate();
        alice.publish(1, 50);

        bob.start();

        network.runUntil(() -> holdsAll(bob) && bob.holds(alice.catalogue(1)) == 1);
    }

    @Test
    void whoWasOffLearnsItFromNeighboursEvenIfNothingWasPublishedSince() {
        bob.stop();
        alice.rotate();
        network.runUntil(() -> epochAt(carol) == 1);
        network.runFor(Duration.ofSeconds(5));
        alice.stop();

        bob.start();

        network.runUntil(() -> epochAt(bob) == 1);
    }

    @Test
    void whoCanOnlyDialFindsTheSchoolThoughItDoesNotKnowTheNewKey() {
        carol.stop();
        bob.stop();
        alice.rotate();
        alice.publish(1, 50);
        network.refuseCallsTo(bob);

        bob.start();

        network.runUntil(() -> bob.holds(alice.catalogue(1)) == 1);
    }

    @Test
    void aLinkThatDoesNotFollowChangesNothing() {
        Signed<Link> thiefs = NextLink.make(
                        alice.chain, bob.sheet, new Ed25519Signer(network.bytes(32)).publicKey(), List.of())
                .orElse(bob.nextLink(network.bytes(32)));

        assertEquals(Refusal.LINK_REFUSED, refusal(alice, thiefs));
        assertEquals(Optional.empty(), alice.status().writing());
    }

    @Test
    void changesKeys256TimesAndNotOnceMore() {
        var lone = network.node("lone");
        lone.stop();
        for (int i = 1; i < Limits.CHAIN_LINKS; i++) {
            Bytes seed = network.bytes(32);
            List<Signed<Link>> links = new ArrayList<>(lone.chain.links());
            links.add(lone.nextLink(seed));
            lone.chain = new IdentityChain(lone.id, lone.chain.genesisBytes(), lone.chain.genesis(), links);
            lone.seed = seed;
        }
        lone.start();

        lone.rotate();

        assertEquals(Refusal.TOO_LARGE, refusal(lone, lone.nextLink(network.bytes(32))));
        assertInstanceOf(Outcome.Saved.class, lone.publish(1, 50));
    }

    @Test
    void aLinkThatSealsAnOlderSizeChangesNothing() {
        Signed<Link> link = alice.nextLink(network.bytes(32));
        alice.publish(1, 50);

        assertEquals(Refusal.SEALS_OUTDATED, refusal(alice, link));
        assertInstanceOf(Outcome.Saved.class, alice.publish(1, 50));
    }

    @Test
    void theRunThatHasChangedKeysWritesNothingMore() {
        alice.ask(request -> new Input.KeysChanged(request, alice.nextLink(network.bytes(32))));

        var refused = assertInstanceOf(Outcome.Refused.class, alice.publish(1, 50));

        assertEquals(Refusal.KEYS_CHANGED, refused.refusal());
        assertEquals(Refusal.KEYS_CHANGED, refusal(alice, alice.nextLink(network.bytes(32))));
    }

    @Test
    void aMachineUnderTheOldKeyHearsThatTheKeysWereChanged() {
        MemoryLogStore copy = alice.store.copy(network.bytes(16));
        var newSeed = alice.seed;
        var newChain = alice.chain;
        alice.rotate();
        network.runUntil(() -> epochAt(bob) == 1 && epochAt(carol) == 1);
        alice.stop();
        alice.chain = newChain;
        alice.seed = newSeed;
        alice.store = copy;
        alice.start();

        network.runUntil(() -> alice.status().writing().equals(Optional.of(Refusal.KEYS_CHANGED)));

        alice.stop();
        alice.start();
        assertEquals(Optional.of(Refusal.KEYS_CHANGED), alice.status().writing());
    }

    @Test
    void twoLinksWithOneParentFreezeTheIdentityEverywhere() {
        SmallNetwork.Node dave = network.node("dave");
        dave.join(alice.invite(circle));
        network.runUntil(() -> holdsAll(dave));
        MemoryLogStore copy = alice.store.copy(network.bytes(16));
        var oldSeed = alice.seed;
        var oldChain = alice.chain;
        carol.stop();
        dave.stop();
        alice.rotate();
        network.runUntil(() -> epochAt(bob) == 1);
        alice.stop();
        bob.stop();
        carol.start();
        alice.seed = oldSeed;
        alice.chain = oldChain;
        alice.store = copy;
        alice.start();
        alice.rotate();
        alice.publish(2, 50);
        network.runUntil(() -> carol.holds(alice.catalogue(1)) == 2);

        bob.start();
        dave.start();

        network.runUntil(() -> List.of(bob, carol, dave).stream()
                .allMatch(school -> school.store.conflicts().size() == 1));
        network.runUntil(() -> alice.status().writing().equals(Optional.of(Refusal.KEYS_CHANGED)));
        assertEquals(0, bob.holds(alice.catalogue(1)));
        assertEquals(2, carol.holds(alice.catalogue(1)));
        assertTrue(carol.status().schools().stream()
                .flatMap(school -> school.behind().stream())
                .allMatch(behind -> behind.why() == ReplicaStatus.Why.FROZEN));
        alice.stop();
        alice.start();
        assertEquals(Optional.of(Refusal.KEYS_CHANGED), alice.status().writing());
        network.runFor(Duration.ofMinutes(2));
        assertEquals(0, bob.holds(alice.catalogue(1)));
    }

    @Test
    void w18AThiefWhoForksControlAtTheSameMomentBlocksNothing() {
        var dave = network.node("dave");
        var erin = network.node("erin");
        bob.stop();
        thiefSponsors(bob, dave);
        thiefSponsors(bob, erin);
        var frank = network.node("frank");
        frank.join(alice.invite(circle));
        network.runUntil(() -> holdsAll(carol) && holdsAll(frank));
        bob.start();
        network.runUntil(
                () -> !bob.store.forks().isEmpty() && !carol.store.forks().isEmpty());
        assertEquals(Optional.of(Refusal.STOPPED_BY_FORK), alice.status().writing());

        alice.rotate();
        alice.publish(1, 50);

        network.runUntil(() -> holdsAll(bob) && holdsAll(carol) && holdsAll(frank));
        network.runUntil(() -> members(bob) == 4 && members(carol) == 4 && members(frank) == 4);
        assertEquals(Optional.empty(), alice.status().writing());
        assertTrue(bob.status().schools().stream()
                .allMatch(school -> school.behind().isEmpty()));
    }

    @Test
    void theSealCountsAlsoWhereTheForkWasNeverProven() {
        var dave = network.node("dave");
        bob.stop();
        thiefSponsors(bob, dave);
        thiefSponsors(bob, bob);
        alice.publish(Channel.CONTROL, Scope.of(circle), 1, 50);
        alice.rotate();
        network.runUntil(() -> epochAt(carol) == 1);

        bob.start();

        network.runUntil(() -> holdsAll(bob));
        assertEquals(3, members(bob));
    }

    @Test
    void p13WhatTheOldKeySignsBeyondTheSealHasNoEffect() {
        var dave = network.node("dave");
        bob.stop();
        thiefSponsors(bob, dave);
        alice.rotate();
        network.runUntil(() -> epochAt(carol) == 1);

        bob.start();

        network.runUntil(() -> epochAt(bob) == 1);
        network.runUntil(() -> holdsAll(bob));
        assertEquals(3, members(bob));
        assertEquals(List.of(), carol.store.forks());
    }

    @Test
    void aLogThatTheSchoolNeverWroteGoesWhollyOnceItsKeysHaveChanged() {
        bob.stop();
        LogId calendar = new LogId(alice.id, Channel.CALENDAR, Scope.of(circle), 0);
        bob.plant(alice, calendar, List.of(Entries.of(Entries.note("thief"))));
        alice.rotate();

        bob.start();

        network.runUntil(() -> epochAt(bob) == 1);
        assertEquals(0, bob.store.log(calendar).orElseThrow().held());
        assertEquals(Optional.empty(), bob.store.entry(calendar, 0));
    }

    @Test
    void whoHoldsOnlyTheLosingVersionGetsTheSealedOneFromAnotherNeighbour() {
        var dave = network.node("dave");
        bob.stop();
        thiefSponsors(bob, dave);
        alice.publish(Channel.CONTROL, Scope.of(circle), 2, 50);
        network.runUntil(() -> holdsAll(carol));
        alice.rotate();
        network.runUntil(() -> epochAt(carol) == 1);
        network.runFor(Duration.ofSeconds(5));
        alice.stop();

        bob.start();

        network.runUntil(() -> holdsAll(bob));
        assertEquals(3, members(bob));
        bob.stop();
        bob.start();
        assertEquals(3, members(bob));
    }

    /** Bob has asked carol where their versions part, which are both a thief's; meanwhile he gets the sealed one. */
    @Test
    void aProofThatComesAfterTheSealMeansNothing() {
        bob.stop();
        alice.publish(Channel.CONTROL, Scope.of(circle), 1, 50);
        network.runUntil(() -> holdsAll(carol));
        carol.stop();
        List.of(bob, bob, carol).forEach(victim -> thiefSponsors(victim, victim));
        alice.rotate();
        alice.stop();
        List<Frame> late = new ArrayList<>();
        network.lose((from, frame) -> from == carol && frame instanceof Proof && late.add(frame));
        bob.start();
        carol.start();
        network.runUntil(() -> !late.isEmpty());
        alice.start();
        network.runUntil(() -> holdsAll(bob));

        bob.input(new Input.FrameReceived(network.link(bob, carol), late.getFirst()));

        network.runUntil(() -> holdsAll(bob) && holdsAll(carol));
    }

    /** The old key writes in the circle's CONTROL log as it stands at {@code victim}: it admits a school. */
    private void thiefSponsors(SmallNetwork.Node victim, SmallNetwork.Node school) {
        Entry entry = Entries.of(
                ControlDrafts.sponsorship(Sponsorship.first(circle, school.id), network.bytes(32), network.now()));
        victim.plant(alice, new LogId(alice.id, Channel.CONTROL, Scope.of(circle), 0), List.of(entry));
    }

    private Refusal refusal(SmallNetwork.Node node, Signed<Link> link) {
        Outcome outcome = node.ask(request -> new Input.KeysChanged(request, link));
        return assertInstanceOf(Outcome.Refused.class, outcome).refusal();
    }

    private int members(SmallNetwork.Node node) {
        return node.status().circles().getFirst().members().size();
    }

    private int epochAt(SmallNetwork.Node node) {
        return node.store.chain(alice.id).orElseThrow().epoch();
    }

    /** Whether the reader holds of alice's logs exactly what alice holds, under the same heads. */
    private boolean holdsAll(SmallNetwork.Node reader) {
        for (LogState own : alice.store.logs()) {
            if (own.log().school().equals(alice.id)) {
                Optional<LogState> there = reader.store.log(own.log());
                if (!there.flatMap(LogState::head).equals(own.head())
                        || there.orElseThrow().held() != own.held()
                        || there.orElseThrow().forkedAt().isPresent()) {
                    return false;
                }
            }
        }
        for (Seal seal : alice.chain.links().stream()
                .flatMap(link -> link.value().seals().stream())
                .toList()) {
            LogState there = reader.store.log(seal.log()).orElse(LogState.empty(seal.log()));
            assertFalse(there.held() > seal.size(), "more than was sealed");
        }
        return true;
    }
}
