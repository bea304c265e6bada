// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.ReplicaStatus.How;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;
import org.gorizont.protocol.replica.SmallNetwork.Node;
import org.junit.jupiter.api.Test;

/** Schools of which some cannot be dialled, and what is told of it. */
final class WaysTest {
    private static final Endpoint RELAY = new Endpoint("relay.example", 443);

    private final SmallNetwork network = new SmallNetwork();

    @Test
    void twoSchoolsThatNobodyCanDialJoinAndExchangeThroughARelay() {
        Node alice = network.natted("alice", network.token(RELAY));
        Node bob = network.natted("bob");
        CircleId circle = alice.found("circle");

        assertEquals(new Outcome.Joined(circle), bob.join(alice.invite(circle)));
        alice.publish(3, 100);
        bob.publish(2, 100);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 3 && alice.holds(bob.catalogue()) == 2);

        assertEquals(How.RELAYED, reach(bob, alice).how());
        assertEquals(How.CALLS_US, reach(alice, bob).how());
        assertEquals(How.OURSELVES, reach(alice, alice).how());
    }

    /** Carol hears of alice's relay from bob, and calls alice there when bob is off. */
    @Test
    void theRelayOfASchoolIsToldToOthersAsItsAddressIs() {
        new MetByBob().meetWithoutHim();
    }

    /** Alice waits at a relay, nobody can dial carol, and both know each other through bob. */
    private final class MetByBob {
        final Node alice = network.natted("alice", network.token(RELAY));
        final Node bob = network.node("bob");
        final Node carol = network.natted("carol");

        MetByBob() {
            CircleId circle = bob.found("circle");
            alice.join(bob.invite(circle));
            carol.join(bob.invite(circle));
            network.runFor(Duration.ofSeconds(10));
        }

        void meetWithoutHim() {
            bob.stop();
            network.breakLinks();
            alice.publish(1, 10);
            network.runUntil(() -> carol.holds(alice.catalogue()) == 1);
        }
    }

    @Test
    void whoIsInNoCommonCircleAnyMoreIsNotWaitedFor() {
        Node alice = network.node("alice");
        Node bob = network.node("bob");
        CircleId circle = alice.found("circle");
        bob.join(alice.invite(circle));
        assertEquals(How.DIRECT, reach(bob, alice).how());

        bob.leave(circle);

        network.runUntil(() -> reach(bob, alice).how() == How.APART);
        assertEquals(List.of(), reach(bob, alice).attempts());
    }

    @Test
    void twoSchoolsOfOneBuildingMeetByAHintAlone() {
        InOneBuilding scene = new InOneBuilding();
        scene.bob.input(new Input.Nearby(scene.carol.id, scene.carol.endpoint));

        network.runUntil(() -> scene.bob.holds(scene.carol.catalogue()) == 1);

        assertEquals(How.DIRECT, reach(scene.bob, scene.carol).how());
    }

    @Test
    void aHintAboutAStrangerIsNotDialledAndAFalseOneMeetsNobody() {
        InOneBuilding scene = new InOneBuilding();
        Node mallory = network.node("mallory");
        scene.bob.input(new Input.Nearby(mallory.id, mallory.endpoint));
        scene.bob.input(new Input.Nearby(scene.bob.id, mallory.endpoint));
        network.runFor(Duration.ofMinutes(1));
        assertFalse(network.dialled().contains(new Way.Direct(mallory.endpoint)));

        scene.bob.input(new Input.Nearby(scene.carol.id, mallory.endpoint));
        network.runFor(Duration.ofMinutes(5));

        assertTrue(network.dialled().contains(new Way.Direct(mallory.endpoint)));
        assertEquals(How.NOT_AT_ALL, reach(scene.bob, scene.carol).how());
        assertEquals(0, scene.bob.holds(scene.carol.catalogue()));
        assertEquals(List.of(), mallory.status().circles());
    }

    /** Bob and carol are members, nobody can dial them from afar, and the only one who could pass news on is off. */
    private final class InOneBuilding {
        final Node alice = network.node("alice");
        final Node bob = network.natted("bob");
        final Node carol = network.natted("carol");

        InOneBuilding() {
            CircleId circle = alice.found("circle");
            bob.join(alice.invite(circle));
            carol.join(alice.invite(circle));
            network.runFor(Duration.ofSeconds(10));
            carol.inTheBuilding = true;
            alice.stop();
            carol.publish(1, 10);
        }
    }

    @Test
    void aNewTokenTakesThePlaceOfTheOldOne() {
        MetByBob scene = new MetByBob();
        RelayEndpoint fresh = network.token(RELAY);
        scene.alice.stop();
        scene.alice.relays = List.of(fresh);
        scene.alice.start();
        network.runFor(Duration.ofSeconds(30));

        scene.meetWithoutHim();

        assertEquals(
                Optional.of(new Way.Relayed(fresh)),
                Optional.of(
                        reach(scene.carol, scene.alice).attempts().getFirst().way()));
    }

    @Test
    void aRelayThatIsOffIsCalledAgainAndNamedMeanwhile() {
        Node alice = network.natted("alice", network.token(RELAY));
        Node bob = network.natted("bob");
        CircleId circle = alice.found("circle");
        bob.join(alice.invite(circle));
        network.runFor(Duration.ofSeconds(10));
        network.relayIsOff(RELAY, true);
        network.breakLinks();
        network.runFor(Duration.ofSeconds(10));

        ReplicaStatus.Reach reach = reach(bob, alice);
        assertEquals(How.NOT_AT_ALL, reach.how());
        assertEquals(
                Optional.of(DialProblem.RELAY_NOBODY),
                reach.attempts().getFirst().problem());
        assertTrue(reach.attempts().getFirst().nextTry().isPresent());
        assertEquals(How.MUST_CALL, reach(alice, bob).how());

        network.relayIsOff(RELAY, false);
        network.runUntil(() -> reach(bob, alice).how() == How.RELAYED);
        assertEquals(Optional.empty(), reach(bob, alice).attempts().getFirst().problem());
    }

    @Test
    void theAddressRecordStaysTheSameOverRestartsUntilSomethingChanges() {
        Node alice = network.natted("alice", network.token(RELAY));
        long serial = serial(alice);
        alice.stop();
        alice.start();
        assertEquals(serial, serial(alice));

        alice.stop();
        alice.relays = List.of(network.token(RELAY));
        alice.start();
        assertEquals(serial + 1, serial(alice));
    }

    /** A member that has told that nobody can dial it may be off for good: a restored school does not wait for ever. */
    @Test
    void aRestoredSchoolDoesNotWaitForEverForAMemberThatNobodyCanDial() {
        Node alice = network.node("alice");
        Node bob = network.node("bob");
        Node carol = network.natted("carol");
        CircleId circle = alice.found("circle");
        bob.join(alice.invite(circle));
        carol.join(alice.invite(circle));
        network.runFor(Duration.ofSeconds(30));
        var backup = alice.store.copy(network.bytes(16));
        carol.stop();

        alice.restore(backup);

        network.runFor(Duration.ofMinutes(5));
        assertFalse(alice.status().writing().isEmpty());
        network.runFor(Duration.ofMinutes(6));
        assertTrue(alice.status().writing().isEmpty());
    }

    private static long serial(Node node) {
        return node.store.addresses().stream()
                .filter(record -> record.value().school().equals(node.id))
                .findFirst()
                .orElseThrow()
                .value()
                .serial();
    }

    private static ReplicaStatus.Reach reach(Node at, Node of) {
        SchoolId school = of.id;
        return at.status().schools().stream()
                .filter(known -> known.id().equals(school))
                .findFirst()
                .orElseThrow()
                .reach();
    }
}
