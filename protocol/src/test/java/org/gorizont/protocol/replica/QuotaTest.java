// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.ReplicaStatus.Room;
import org.gorizont.protocol.core.ReplicaStatus.Why;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One school cannot fill the disks of the others, and nobody suffers for it but that school. */
final class QuotaTest {
    private static final long MOST = 40_000;

    private final SmallNetwork network = new SmallNetwork().raisingFloorsFrom(16);
    private SmallNetwork.Node alice;
    private SmallNetwork.Node bob;
    private SmallNetwork.Node carol;
    private CircleId circle;

    @BeforeEach
    void meet() {
        alice = network.node("alice");
        carol = network.node("carol");
        network.givingEachSchool(MOST);
        bob = network.node("bob");
        circle = alice.found("Горизонт");
        carol.join(alice.invite(circle));
        bob.join(alice.invite(circle));
    }

    private Room room(SmallNetwork.Node of) {
        return school(of).room();
    }

    private ReplicaStatus.School school(SmallNetwork.Node of) {
        return bob.status().schools().stream()
                .filter(school -> school.id().equals(of.id))
                .findFirst()
                .orElseThrow();
    }

    private long taken(SmallNetwork.Node of) {
        return bob.store.logs().stream()
                .filter(state -> state.log().school().equals(of.id))
                .mapToLong(state -> bob.store.bytes(state.log()))
                .sum();
    }

    @Test
    void peopleAreWarnedAndThenNothingMoreIsFetchedFromThatSchoolAlone() {
        int sent = 0;
        while (taken(alice) < MOST / 2) {
            assertEquals(Room.ENOUGH, room(alice));
            alice.publish(1, 1_000);
            int now = ++sent;
            network.runUntil(() -> bob.holds(alice.catalogue()) == now);
        }
        assertEquals(Room.MUCH, room(alice));
        while (taken(alice) < MOST) {
            alice.publish(1, 1_000);
            int now = ++sent;
            network.runUntil(() -> bob.holds(alice.catalogue()) == now);
        }
        assertEquals(Room.SPENT, room(alice));

        alice.publish(5, 1_000);
        carol.publish(3, 100);
        network.runUntil(() -> bob.holds(carol.catalogue()) == 3);
        network.runFor(Duration.ofMinutes(2));

        assertEquals(sent, bob.holds(alice.catalogue()));
        assertEquals(
                List.of(Why.NO_ROOM),
                school(alice).behind().stream().map(ReplicaStatus.Behind::why).toList());
        assertEquals(Room.ENOUGH, room(carol));
        assertInstanceOf(Outcome.Saved.class, bob.publish(1, 1_000));
    }

    @Test
    void whoIsFullStillDecidesWithTheOthers() {
        alice.publish(60, 1_000);
        network.runUntil(() -> room(alice) == Room.SPENT);

        SmallNetwork.Node dave = network.node("dave");
        dave.join(alice.invite(circle));

        network.runUntil(() -> bob.status().circles().getFirst().members().contains(dave.id));
    }

    @Test
    void itIsFetchedAgainWhenItTakesLess() {
        List<RecordId> records = IntStream.range(0, 45)
                .mapToObj(_ -> new RecordId(network.bytes(16)))
                .toList();
        alice.restate(records, 1_000);
        network.runUntil(() -> room(alice) == Room.SPENT);
        alice.withdraw(records);
        alice.publish(2, 100);
        network.runFor(Duration.ofMinutes(1));
        assertEquals(45, bob.holds(alice.catalogue()));

        bob.stop();
        network.givingEachSchool(2 * MOST);
        bob.start();

        network.runUntil(() -> bob.holds(alice.catalogue()) == alice.holds(alice.catalogue()));
        network.runUntil(() -> room(alice) == Room.ENOUGH);
    }
}
