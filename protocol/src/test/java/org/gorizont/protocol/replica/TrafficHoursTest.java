// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.TrafficHours;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.Test;

/** Two schools; it is noon at bob's, whose line is spared from eight to three. */
final class TrafficHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Novokuznetsk");
    private static final Instant THREE_O_CLOCK = Instant.parse("2026-09-01T08:00:00Z");
    private static final int MIB = 1024 * 1024;
    private static final int LARGE = 40_000;

    private final SmallNetwork network = new SmallNetwork();
    private final SmallNetwork.Node alice = network.node("alice");
    private final SmallNetwork.Node bob = network.node("bob");
    private final CircleId circle = alice.found("Круг");
    private long taken;

    private void spare(int mib) {
        bob.join(alice.invite(circle));
        bob.stop();
        bob.hours = Optional.of(new TrafficHours(ZONE, 8, 15, (long) mib * MIB));
        bob.start();
        network.runFor(Duration.ofMinutes(1));
        network.lose((from, frame) -> {
            if (from == alice && frame instanceof Entries entries) {
                taken += entries.entries().stream()
                        .mapToLong(entry -> entry.sizeBytes())
                        .sum();
            }
            return false;
        });
    }

    @Test
    void takesNoMoreAnHourThanItMayAndTheRestAfterThree() {
        spare(2);
        alice.publish(200, LARGE);
        network.runFor(Duration.ofMinutes(10));

        assertTrue(taken > MIB, "it takes something: " + taken);
        assertTrue(taken <= 2 * MIB, "not more than it may: " + taken);
        ReplicaStatus status = bob.status();
        assertEquals(Optional.of(Instant.parse("2026-09-01T06:00:00Z")), status.heldBackUntil());
        assertEquals(ReplicaStatus.Why.HELD_BACK, whyAliceIsBehind(status));

        network.runFor(Duration.ofHours(1));
        assertTrue(taken > 2 * MIB && taken <= 4 * MIB, "the next hour brings more: " + taken);
        assertTrue(bob.holds(alice.catalogue()) < 200);

        network.runFor(Duration.between(network.now(), THREE_O_CLOCK.plusSeconds(60)));
        assertEquals(200, bob.holds(alice.catalogue()));
        assertEquals(Optional.empty(), bob.status().heldBackUntil());
    }

    @Test
    void decisionsOwnLogsAndSmallNewsPassWhateverTheHour() {
        spare(0);
        alice.publish(50, LARGE);
        network.runFor(Duration.ofMinutes(5));
        assertEquals(0, bob.holds(alice.catalogue()));
        assertEquals(Optional.of(THREE_O_CLOCK), bob.status().heldBackUntil());

        alice.publish(Channel.CONTROL, Scope.of(circle), 3, LARGE);
        alice.publish(Channel.CALENDAR, Scope.of(circle), 1, 100);
        LogId control = new LogId(alice.id, Channel.CONTROL, Scope.of(circle), 0);
        LogId hours = new LogId(alice.id, Channel.CALENDAR, Scope.of(circle), 0);
        long decisions = alice.holds(control);
        network.runUntil(() -> bob.holds(control) == decisions && bob.holds(hours) == 1);

        bob.publish(50, LARGE);
        network.runUntil(() -> alice.holds(bob.catalogue()) == 50);
        assertEquals(0, bob.holds(alice.catalogue()));
    }

    @Test
    void withoutNewsDecisionsStillPassAndNothingIsToldTwice() {
        network.withoutPush();
        alice.stop();
        alice.start();
        spare(0);
        for (int i = 0; i < 20; i++) {
            alice.publish(Channel.CATALOGUE, Scope.everyCircle(), 20, LARGE);
        }
        network.runFor(Duration.ofMinutes(5));
        int[] heads = {0};
        network.lose((from, frame) -> {
            if (from == alice && frame instanceof CursorPage page) {
                heads[0] += page.heads().size();
            }
            return false;
        });
        alice.publish(Channel.CONTROL, Scope.of(circle), 3, LARGE);
        LogId control = new LogId(alice.id, Channel.CONTROL, Scope.of(circle), 0);
        long decisions = alice.holds(control);

        network.runFor(Duration.ofMinutes(10));

        assertEquals(decisions, bob.holds(control));
        assertTrue(heads[0] <= 4, "heads told while it waits: " + heads[0]);
        network.runFor(Duration.between(network.now(), THREE_O_CLOCK.plusSeconds(60)));
        assertEquals(400, bob.holds(alice.catalogue()));
    }

    @Test
    void whatWasHeldBackIsNotForgottenByARestart() {
        spare(0);
        alice.publish(50, LARGE);
        network.runFor(Duration.ofMinutes(5));
        alice.publish(Channel.CONTROL, Scope.of(circle), 1, 100);
        network.runFor(Duration.ofMinutes(5));

        bob.stop();
        bob.start();
        network.runFor(Duration.between(network.now(), THREE_O_CLOCK.plusSeconds(60)));

        assertEquals(50, bob.holds(alice.catalogue()));
    }

    @Test
    void missingBodiesWaitForTheHourToo() {
        spare(0);
        alice.publish(10, LARGE);
        List<Entry> entries = alice.store.entries(alice.catalogue(), 0, 10, 2 * MIB);
        assertEquals(10, entries.size());
        bob.stop();
        bob.plant(
                alice,
                alice.catalogue(),
                entries.stream().map(Entry::withoutBody).toList());
        bob.start();

        network.runFor(Duration.ofMinutes(30));
        assertEquals(10, bob.store.missingBodies(alice.catalogue(), 0, 100).size());

        network.runFor(Duration.between(network.now(), THREE_O_CLOCK.plusSeconds(60)));
        assertEquals(List.of(), bob.store.missingBodies(alice.catalogue(), 0, 100));
    }

    private ReplicaStatus.Why whyAliceIsBehind(ReplicaStatus status) {
        return status.schools().stream()
                .filter(school -> school.id().equals(alice.id))
                .flatMap(school -> school.behind().stream())
                .findFirst()
                .orElseThrow()
                .why();
    }
}
