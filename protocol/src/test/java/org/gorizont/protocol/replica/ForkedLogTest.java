// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two versions of a log of another school: the proof, and what is held of either. */
final class ForkedLogTest {
    private final SmallNetwork network = new SmallNetwork();
    private final SmallNetwork.Node alice = network.node("alice");
    private final SmallNetwork.Node bob = network.node("bob");
    private final SmallNetwork.Node carol = network.node("carol");
    private final CircleId circle = alice.found("Горизонт");

    @BeforeEach
    void threeSchools() {
        bob.join(alice.invite(circle));
        carol.join(alice.invite(circle));
    }

    @Test
    void twoVersionsOfALogAreProvenAndToldInOneExchange() {
        makeTwoVersions();

        bob.start();

        network.runUntil(
                () -> !bob.store.forks().isEmpty() && !carol.store.forks().isEmpty());
        assertEquals(3, bob.store.forks().getFirst().index());
        assertFalse(bob.status().schools().stream()
                .allMatch(school -> school.behind().isEmpty()));
    }

    @Test
    void membersStayTheSameOverARestartWhenAControlLogIsForked() {
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
        fork();
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

    @Test
    void aSilentPeerDoesNotBlockTheProofOfAFork() {
        network.lose((_, frame) -> frame instanceof Proof);

        fork();
    }

    /** Three entries are the same; then bob holds two of one version and carol one of another. Bob is off, and alice for good. */
    private void makeTwoVersions() {
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
    }

    /** Both know of both versions, though proofs may have been lost at first. */
    private void fork() {
        makeTwoVersions();
        bob.start();
        network.runFor(Duration.ofMinutes(2));
        network.lose((_, _) -> false);
        network.runUntil(
                () -> !bob.store.forks().isEmpty() && !carol.store.forks().isEmpty());
    }
}
