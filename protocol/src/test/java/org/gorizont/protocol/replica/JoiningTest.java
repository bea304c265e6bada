// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Invitation;
import org.junit.jupiter.api.Test;

/** Codes, and what those who come in by them hear and hold. */
final class JoiningTest {
    private final SmallNetwork network = new SmallNetwork();

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
    void aSchoolIsInAsManyCirclesAsTheLimitAndNoMore() {
        var alice = network.node("alice");
        for (int i = 0; i < Limits.CIRCLES; i++) {
            alice.found("Круг " + i);
        }

        assertThrows(ClassCastException.class, () -> alice.found("Ещё один"));
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
}
