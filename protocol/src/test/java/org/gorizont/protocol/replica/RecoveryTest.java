// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P4: a store that was restored, or has lost its end, finds out how far its own logs have come, and only then writes. */
final class RecoveryTest {
    private static final Optional<Refusal> SURE = Optional.empty();

    private final SmallNetwork network = new SmallNetwork();
    private SmallNetwork.Node alice;
    private SmallNetwork.Node bob;
    private CircleId circle;
    private MemoryLogStore backup;

    @BeforeEach
    void publishAfterTheBackup() {
        alice = network.node("alice");
        bob = network.node("bob");
        circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        alice.publish(3, 50);
        backup = alice.store.copy(network.bytes(16));
        alice.publish(2, 50);
        alice.publish(Channel.CALENDAR, Scope.of(circle), 4, 50);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 5 && bob.holds(calendar()) == 4);
    }

    private LogId calendar() {
        return new LogId(alice.id, Channel.CALENDAR, Scope.of(circle), 0);
    }

    @Test
    void s13ARestoredSchoolFetchesItsOwnLogsAndGoesOnAtTheirEnd() {
        alice.restore(backup);
        assertEquals(Refusal.RECOVERING, refused());

        network.runUntil(() -> alice.status().writing().equals(SURE));

        assertEquals(5, alice.holds(alice.catalogue()));
        var saved = assertInstanceOf(Outcome.Saved.class, alice.publish(1, 50));
        assertEquals(List.of(5L, 6L), List.of(saved.from(), saved.to()));
        Outcome next = alice.publish(Channel.CALENDAR, Scope.of(circle), 1, 50);
        assertEquals(4, assertInstanceOf(Outcome.Saved.class, next).from());
        network.runUntil(() -> bob.holds(alice.catalogue()) == 6);
        assertEquals(List.of(), bob.store.forks());
    }

    @Test
    void s14OfflineItWritesNothingUntilANeighbourAnswers() {
        bob.stop();
        alice.restore(backup);
        network.runFor(Limits.RECOVERY_PATIENCE.plus(Duration.ofMinutes(1)));
        assertEquals(Refusal.RECOVERING, refused());

        bob.start();
        network.runUntil(() -> alice.status().writing().equals(SURE));

        assertEquals(5, alice.holds(alice.catalogue()));
    }

    @Test
    void aLostEndOfTheStoreIsFetchedAlthoughNobodySaysThatItWasRestored() {
        alice.stop();
        alice.store = backup;
        alice.start();

        network.runUntil(() -> alice.holds(alice.catalogue()) == 5);
        network.runUntil(() -> alice.status().writing().equals(SURE));

        var saved = assertInstanceOf(Outcome.Saved.class, alice.publish(1, 50));
        assertEquals(5, saved.from());
    }

    /** Nobody holds the last entries, and somebody has seen their head: what was signed is never signed differently. */
    @Test
    void s14WhatIsKnownToExistAndHeldByNobodyIsLeftBehindByAChangeOfKeys() {
        network.lose((from, frame) -> from == alice && frame instanceof Entries);
        alice.publish(2, Limits.RIDING_BYTES);
        network.runFor(Duration.ofSeconds(10));
        network.lose((_, _) -> false);
        alice.restore(backup);

        network.runUntil(() -> alice.holds(alice.catalogue()) == 5);
        network.runFor(Limits.RECOVERY_PATIENCE.plus(Duration.ofMinutes(1)));
        assertEquals(Refusal.RECOVERING, refused());

        alice.rotate();
        var saved = assertInstanceOf(Outcome.Saved.class, alice.publish(1, 50));
        assertEquals(alice.catalogue(1), saved.log());
        network.runUntil(() -> bob.holds(alice.catalogue(1)) == 1);
        assertEquals(List.of(), bob.store.forks());
    }

    @Test
    void anotherRestartDoesNotMakeItSure() {
        bob.stop();
        alice.restore(backup);
        alice.stop();
        alice.start();

        assertEquals(Refusal.RECOVERING, refused());
    }

    @Test
    void inALargeCircleTwoMustAnswer() {
        var carol = network.node("carol");
        var dave = network.node("dave");
        var erin = network.node("erin");
        List.of(carol, dave, erin).forEach(school -> school.join(alice.invite(circle)));
        network.runUntil(() -> erin.holds(alice.catalogue()) == 5);
        backup = alice.store.copy(network.bytes(16));
        alice.publish(1, 50);
        network.runUntil(() -> erin.holds(alice.catalogue()) == 6);
        List.of(bob, carol, dave).forEach(SmallNetwork.Node::stop);

        alice.restore(backup);
        network.runUntil(() -> alice.holds(alice.catalogue()) == 6);
        network.runFor(Limits.RECOVERY_PATIENCE.plus(Duration.ofMinutes(1)));
        assertEquals(Refusal.RECOVERING, refused());

        dave.start();
        network.runUntil(() -> alice.status().writing().equals(SURE));
    }

    @Test
    void whoWasOffTooIsNotEnoughWhileTheOtherCanBeReached() {
        var carol = network.node("carol");
        carol.join(alice.invite(circle));
        network.runUntil(() -> carol.holds(alice.catalogue()) == 5);
        backup = alice.store.copy(network.bytes(16));
        bob.stop();
        alice.publish(1, 50);
        network.runUntil(() -> carol.holds(alice.catalogue()) == 6);
        // Frames of carol are slow to come, those of bob are there at once.
        carol.stop();
        bob.start();
        alice.stop();
        network.runFor(Duration.ofSeconds(1));
        carol.start();
        alice.restore(backup);

        network.runUntil(() -> alice.status().writing().equals(SURE));

        assertEquals(6, alice.holds(alice.catalogue()));
    }

    @Test
    void aSchoolWithoutOthersWaitsForCallsAndGoesOn() {
        var lone = network.node("lone");
        lone.found("Одна");
        lone.publish(1, 50);
        lone.restore(lone.store.copy(network.bytes(16)));

        network.runFor(Limits.RECOVERY_PATIENCE.minusMinutes(1));
        assertEquals(Optional.of(Refusal.RECOVERING), lone.status().writing());

        network.runFor(Duration.ofMinutes(2));
        assertEquals(SURE, lone.status().writing());
    }

    private Refusal refused() {
        return assertInstanceOf(Outcome.Refused.class, alice.publish(1, 50)).refusal();
    }
}
