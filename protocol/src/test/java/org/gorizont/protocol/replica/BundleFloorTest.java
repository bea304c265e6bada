// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.BundleTally.What;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bundles of a school whose logs begin at a floor. */
final class BundleFloorTest {
    private static final int RECORDS = 5;

    private final SmallNetwork network = new SmallNetwork().raisingFloorsFrom(20);
    private SmallNetwork.Node alice;
    private SmallNetwork.Node bob;
    private List<RecordId> records;

    @BeforeEach
    void twoSchoolsThatMetOnce() {
        alice = network.node("alice");
        bob = network.node("bob");
        bob.join(alice.invite(alice.found("Горизонт")));
        records = IntStream.range(0, RECORDS)
                .mapToObj(_ -> new RecordId(network.bytes(16)))
                .toList();
    }

    private void raisesItsFloor() {
        for (int i = 0; i < 6; i++) {
            alice.restate(records, 100);
        }
        network.runUntil(() -> state(alice).floor() > 0);
    }

    private LogState state(SmallNetwork.Node node) {
        return node.store.log(alice.catalogue()).orElseGet(() -> LogState.empty(alice.catalogue()));
    }

    private void holdTheSame() {
        assertEquals(state(alice).head(), state(bob).head());
        assertEquals(state(alice).floor(), state(bob).floor());
        assertEquals(state(alice).range(), state(bob).range());
        assertTrue(bob.store.missingBodies(alice.catalogue(), 0, 1).isEmpty());
    }

    @Test
    void whoHasNothingBeginsAtTheFloor() {
        network.runFor(Duration.ofSeconds(5));
        network.closeRoads();
        raisesItsFloor();

        BundleTally taken = Stick.take(bob, Stick.export(alice, Stick.to(bob)));

        assertEquals(List.of((long) RECORDS, 0L), List.of(taken.get(What.NEW), taken.get(What.KNOWN)));
        holdTheSame();
    }

    @Test
    void whoHoldsTheBeginningGoesOnOverTheGap() {
        alice.restate(records, 100);
        network.runUntil(() -> bob.holds(alice.catalogue()) == RECORDS);
        network.closeRoads();
        raisesItsFloor();

        Stick.exchange(network, bob, alice);
        Stick.take(bob, Stick.export(alice, Stick.to(bob)));

        holdTheSame();
    }
}
