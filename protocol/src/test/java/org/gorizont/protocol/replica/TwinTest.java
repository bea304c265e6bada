// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.Lineages;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LineageStatement;
import org.gorizont.protocol.model.Signed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P4, S15: two machines with one identity hear of each other, and both stop writing. */
final class TwinTest {
    private static final Optional<Refusal> STOPPED = Optional.of(Refusal.STOPPED_BY_HIGHER_HEAD);

    private final SmallNetwork network = new SmallNetwork();
    private SmallNetwork.Node alice;
    private SmallNetwork.Node bob;

    @BeforeEach
    void twoSchoolsMeet() {
        alice = network.node("alice");
        bob = network.node("bob");
        CircleId circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        network.runFor(Duration.ofMinutes(1));
    }

    @Test
    void s15ACloneAndItsOriginalBothStopAtTheFirstExchange() {
        SmallNetwork.Node twin = network.twin(alice);
        twin.start();

        network.runUntil(() -> alice.status().writing().equals(STOPPED)
                && twin.status().writing().equals(STOPPED));

        network.runFor(Duration.ofMinutes(5));
        assertEquals(STOPPED, alice.status().writing());
        assertEquals(STOPPED, twin.status().writing());
    }

    @Test
    void theOneThatIsLeftWritesAgainAfterItsNextStart() {
        SmallNetwork.Node twin = network.twin(alice);
        twin.start();
        network.runUntil(() -> alice.status().writing().equals(STOPPED)
                && twin.status().writing().equals(STOPPED));
        alice.stop();
        twin.stop();
        alice.start();

        network.runUntil(() -> alice.status().writing().isEmpty());

        assertInstanceOf(Outcome.Saved.class, alice.publish(1, 50));
        assertEquals(List.of(), bob.store.forks());
    }

    @Test
    void theOneThatIsLeftAsksFirstWhatTheOtherOneHasWritten() {
        SmallNetwork.Node twin = network.twin(alice);
        alice.publish(2, 50);
        twin.start();
        network.runUntil(() -> alice.status().writing().equals(STOPPED)
                && twin.status().writing().equals(STOPPED));
        alice.stop();
        twin.stop();

        twin.start();

        assertEquals(Optional.of(Refusal.RECOVERING), twin.status().writing());
        network.runUntil(() -> twin.status().writing().isEmpty());
        twin.publish(1, 50);
        network.runFor(Duration.ofMinutes(1));
        assertEquals(List.of(), bob.store.forks());
    }

    @Test
    void aVersionThatTheSecondMachineHasSignedAloneIsProven() {
        SmallNetwork.Node twin = network.twin(alice);
        alice.publish(2, 50);
        network.runFor(Duration.ofMinutes(1));
        alice.stop();

        twin.start();
        twin.publish(3, 50);
        network.runUntil(() -> !bob.store.forks().isEmpty());

        assertEquals(Optional.of(Refusal.STOPPED_BY_FORK), twin.status().writing());
    }

    @Test
    void ordinaryStartsStopNobody() {
        for (int i = 0; i < 5; i++) {
            alice.publish(1, 50);
            alice.stop();
            alice.start();
            network.runUntil(() -> alice.status().writing().isEmpty());
            network.runFor(Duration.ofMinutes(1));
            assertEquals(Optional.empty(), alice.status().writing());
        }
    }

    @Test
    void whatIsNotSignedByTheSchoolStopsNobody() {
        var statement = new LineageStatement(alice.id, 0, 99, network.bytes(16));
        var exact = IdentityCodec.lineage(statement);
        var forged = new Ed25519Signer(bob.seed).sign(SigningContext.LINEAGE, exact);
        alice.input(new Input.FrameReceived(
                network.link(alice, bob), new Lineages(List.of(new Signed<>(statement, exact, forged)))));

        assertEquals(Optional.empty(), alice.status().writing());
    }
}
