// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school that has lost everything but its recovery sheet comes back with all that its neighbours hold of it. */
final class ReturningTest {
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
        circle = bob.found("Горизонт");
        carol.join(bob.invite(circle));
        alice.join(carol.invite(circle));
        alice.publish(5, 50);
        alice.publish(Channel.CALENDAR, Scope.of(circle), 2, 50);
        network.runUntil(() -> List.of(bob, carol).stream()
                .allMatch(school -> school.holds(alice.catalogue()) == 5 && school.holds(calendar(0)) == 2));
    }

    @Test
    void comesBackWithAllThatWasPublishedAndGoesOn() {
        alice.returnBy(bob);
        network.runUntil(() -> alice.status().writing().isEmpty());
        assertEquals(5, alice.holds(alice.catalogue()));
        assertEquals(2, alice.holds(calendar(0)));

        alice.goOn();

        assertInstanceOf(Outcome.Saved.class, alice.publish(1, 50));
        network.runUntil(() -> bob.holds(alice.catalogue(1)) == 1 && carol.holds(alice.catalogue(1)) == 1);
        assertEquals(3, alice.status().circles().getFirst().members().size());
        assertEquals(List.of(), bob.store.forks());
        assertEquals(5, bob.holds(alice.catalogue()));
    }

    @Test
    void takesWhatOnlyAnotherNeighbourHas() {
        bob.stop();
        alice.publish(3, 50);
        network.runUntil(() -> carol.holds(alice.catalogue()) == 8);
        alice.stop();
        carol.stop();
        bob.start();
        carol.start();
        network.lose((node, frame) -> node == carol && frame instanceof org.gorizont.protocol.frame.Entries);
        network.runFor(Duration.ofSeconds(3));

        alice.returnBy(bob);
        network.runFor(Duration.ofSeconds(20));
        assertEquals(Optional.of(Refusal.RECOVERING), alice.status().writing());
        network.lose((_, _) -> false);

        network.runUntil(() -> alice.status().writing().isEmpty());
        assertEquals(8, alice.holds(alice.catalogue()));
    }

    @Test
    void comesBackAlsoAfterKeysWereChangedBefore() {
        alice.rotate();
        alice.publish(2, 50);
        network.runUntil(() -> bob.holds(alice.catalogue(1)) == 2);

        alice.returnBy(bob);
        network.runUntil(() -> alice.status().writing().isEmpty());
        alice.goOn();
        alice.publish(1, 50);

        network.runUntil(() -> carol.holds(alice.catalogue(2)) == 1);
        assertEquals(5, alice.holds(alice.catalogue(0)));
        assertEquals(2, alice.holds(alice.catalogue(1)));
    }

    @Test
    void aNeighbourThatWasOffMeetsTheSchoolUnderItsNewKeys() {
        carol.stop();
        alice.returnBy(bob);
        network.runUntil(() -> alice.status().writing().isEmpty());
        alice.goOn();
        alice.publish(1, 50);

        carol.start();

        network.runUntil(() -> carol.holds(alice.catalogue(1)) == 1);
    }

    @Test
    void whoIsAskedWhoseAPaperIsTellsItsHolderAlone() {
        Frame told = answer(bob, alice.sheet.recoveryKey(1).publicKey());

        Identities identities = assertInstanceOf(Identities.class, told);
        assertEquals(alice.chain.genesisBytes(), identities.chains().getFirst().genesisBytes());
        assertEquals(1, identities.chains().size());
    }

    @Test
    void strangersAndOtherKeysOfTheSheetAreToldNothing() {
        assertEquals(
                Reason.NOT_A_MEMBER,
                refusal(bob, network.node("dave").sheet.recoveryKey(1).publicKey()));
        assertEquals(
                Reason.NOT_A_MEMBER, refusal(bob, alice.sheet.recoveryKey(2).publicKey()));
        assertEquals(Reason.NOT_A_MEMBER, refusal(bob, alice.chain.signingKey()));
        assertEquals(Reason.NOT_A_MEMBER, refusal(bob, bob.sheet.recoveryKey(1).publicKey()));
    }

    @Test
    void aRequestForSchoolsByAStrangerIsNoQuestionWhoItIs() {
        connect(bob, alice.sheet.recoveryKey(1).publicKey());

        assertEquals(
                Reason.BAD_FRAME,
                disconnected(asked(bob, new IdentityRequest(List.of(new SchoolId(alice.id.hash()))))));
    }

    @Test
    void waitsForAMemberWhoseAddressIsKnownUntilItHasFailedOften() {
        carol.stop();
        alice.returnBy(bob);
        network.runFor(Duration.ofMillis(500));
        assertEquals(Optional.of(Refusal.RECOVERING), alice.status().writing());

        network.runUntil(() -> alice.status().writing().isEmpty());

        assertTrue(Limits.RECOVERY_DIALS > 1);
    }

    private Frame answer(SmallNetwork.Node node, PublicKey key) {
        connect(node, key);
        return asked(node, new IdentityRequest(List.of())).stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).frame())
                .findFirst()
                .orElseThrow();
    }

    private Reason refusal(SmallNetwork.Node node, PublicKey key) {
        connect(node, key);
        return disconnected(asked(node, new IdentityRequest(List.of())));
    }

    private static Reason disconnected(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Disconnect.class::isInstance)
                .map(effect -> ((Effect.Disconnect) effect).reason())
                .findFirst()
                .orElseThrow();
    }

    private void connect(SmallNetwork.Node node, PublicKey key) {
        node.replica.orElseThrow().handle(new Input.PeerConnected(link(), key, Optional.empty()), network.now());
    }

    private List<Effect> asked(SmallNetwork.Node node, Frame frame) {
        return node.replica.orElseThrow().handle(new Input.FrameReceived(link(), frame), network.now());
    }

    private static LinkId link() {
        return new LinkId(99_999);
    }

    private LogId calendar(int incarnation) {
        return new LogId(alice.id, Channel.CALENDAR, Scope.of(circle), incarnation);
    }
}
