// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Way;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final Endpoint ADDRESS = new Endpoint("school.example", 7740);
    private static final Endpoint SECOND = new Endpoint("school.example", 443);
    private static final RelayEndpoint RELAY =
            new RelayEndpoint(new Endpoint("relay.example", 443), Bytes.zeros(RelayEndpoint.TOKEN_SIZE));
    private static final Way DIRECT = new Way.Direct(ADDRESS);
    private static final Way OTHER = new Way.Direct(SECOND);
    private static final Way RELAYED = new Way.Relayed(RELAY);

    private final Actor alice = Actor.named("alice");
    private Instant now = Instant.parse("2026-09-01T05:00:00Z");
    private final Neighbours neighbours = new Neighbours(Actor.named("bob").id(), new SplittableRandom(1));

    @Test
    void anAddressOfAnOlderKeyNeverReplacesOneOfANewer() {
        assertTrue(neighbours.learn(record(0, 9)));
        assertTrue(neighbours.learn(record(1, 1)));

        assertFalse(neighbours.learn(record(0, 10)));
        assertFalse(neighbours.learn(record(1, 1)));
        assertTrue(neighbours.learn(record(1, 2)));
        assertEquals(Optional.of(record(1, 2)), neighbours.address(alice.id()));
    }

    @Test
    void addressesOfItsOwnAreDialledBeforeRelays() {
        knows(List.of(ADDRESS, SECOND), List.of(RELAY));

        assertEquals(List.of(DIRECT), look(now));
    }

    @Test
    void aSchoolWithoutAnAddressIsCalledAtItsRelay() {
        knows(List.of(), List.of(RELAY));

        assertEquals(List.of(RELAYED), look(now));
    }

    @Test
    void whereItWasFoundInTheBuildingIsDialledFirstAndItsRecordAfterwards() {
        Way near = new Way.Direct(new Endpoint("192.168.1.7", 7740));
        neighbours.near(alice.id(), near.dialled());
        assertEquals(Optional.of(alice.id()), neighbours.schoolAt(near));
        assertEquals(List.of(near), look(now));
        neighbours.dialFailed(near, now, DialProblem.REFUSED);

        knows(List.of(ADDRESS), List.of());
        assertEquals(List.of(DIRECT), look(now));
    }

    @Test
    void aLaterHintTakesThePlaceOfAnEarlierOneAndOneOfTheRecordIsNotTriedTwice() {
        knows(List.of(ADDRESS), List.of());
        neighbours.near(alice.id(), new Endpoint("192.168.1.7", 7740));
        neighbours.near(alice.id(), ADDRESS);

        assertEquals(List.of(DIRECT), neighbours.ways(alice.id()));
    }

    @Test
    void oneWayAtATimeIsDialled() {
        knows(List.of(ADDRESS), List.of(RELAY));

        look(now);

        assertEquals(List.of(), look(now));
    }

    @Test
    void anAddressThatLeadsNowhereDoesNotKeepTheRelayFromBeingTried() {
        knows(List.of(ADDRESS, SECOND), List.of(RELAY));
        List<Way> tried = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            now = now.plus(Limits.REDIAL_MAX.multipliedBy(2));
            Way dialled = look(now).getFirst();
            tried.add(dialled);
            neighbours.dialFailed(dialled, now, DialProblem.TIMEOUT);
        }

        assertEquals(List.of(DIRECT, OTHER, RELAYED, DIRECT, OTHER, RELAYED), tried);
    }

    @Test
    void eachWayHasAPauseOfItsOwn() {
        knows(List.of(ADDRESS), List.of(RELAY));
        look(now);
        neighbours.dialFailed(DIRECT, now, DialProblem.REFUSED);
        assertEquals(List.of(RELAYED), look(now));
        neighbours.dialFailed(RELAYED, now, DialProblem.RELAY_NOBODY);

        assertEquals(List.of(), look(now));
        assertEquals(List.of(DIRECT), look(now.plus(Limits.REDIAL_MIN.multipliedBy(2))));
    }

    @Test
    void aWayThatWorkedIsAsGoodAsNew() {
        knows(List.of(ADDRESS), List.of(RELAY));
        look(now);
        neighbours.dialFailed(DIRECT, now, DialProblem.REFUSED);
        now = now.plus(Limits.REDIAL_MAX.multipliedBy(2));
        assertEquals(List.of(RELAYED), look(now));
        neighbours.dialFailed(RELAYED, now, DialProblem.RELAY_NOBODY);
        assertEquals(List.of(DIRECT), look(now));
        neighbours.accepted(DIRECT);
        Instant since = now;
        now = now.plus(Limits.REDIAL_MIN).plusMillis(1);
        neighbours.ended(DIRECT, since, now);

        assertEquals(List.of(DIRECT), look(now));
    }

    /** Two copies of one school take each other's place at a neighbour: without pauses, hundreds of times a minute. */
    @Test
    void aWayWhoseConnectionsDoNotLastIsDialledLessAndLess() {
        knows(List.of(ADDRESS), List.of());
        Instant end = now.plus(Duration.ofHours(1));
        int connections = 0;
        while (now.isBefore(end)) {
            for (Way way : look(now)) {
                connections++;
                neighbours.accepted(way);
                neighbours.ended(way, now, now.plusMillis(500));
            }
            now = now.plusSeconds(1);
        }

        assertTrue(connections > 5 && connections < 20, connections + " connections");
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeAPauseLonger() {
        knows(List.of(ADDRESS), List.of());
        look(now);
        neighbours.dialFailed(DIRECT, now, DialProblem.REFUSED);

        assertEquals(List.of(), look(now));
        assertEquals(List.of(DIRECT), look(now.minus(Duration.ofDays(365))));
    }

    /** A slow one would else get a connection every two seconds. */
    @Test
    void aSchoolThatIsConnectedAndHasNotSaidHelloIsNotDialledAgain() {
        knows(List.of(ADDRESS), List.of(RELAY));
        look(now);

        assertEquals(List.of(), look(now.plus(Limits.HELLO)));
        neighbours.refused(DIRECT, now);
        assertEquals(List.of(RELAYED), look(now));
    }

    @Test
    void saysWhyAWayFailedAndWhenItIsTriedAgain() {
        knows(List.of(ADDRESS), List.of(RELAY));
        look(now);
        neighbours.dialFailed(DIRECT, now, DialProblem.INTERCEPTED);

        List<ReplicaStatus.Attempt> attempts = neighbours.attempts(alice.id());

        assertEquals(
                List.of(DIRECT, RELAYED),
                attempts.stream().map(ReplicaStatus.Attempt::way).toList());
        assertEquals(Optional.of(DialProblem.INTERCEPTED), attempts.getFirst().problem());
        assertTrue(attempts.getFirst().nextTry().orElseThrow().isAfter(now));
        assertEquals(Optional.empty(), attempts.getLast().problem());
        assertEquals(List.of(), neighbours.attempts(Actor.named("carol").id()));
    }

    @Test
    void whoNamesAWayIsFoundByIt() {
        knows(List.of(ADDRESS), List.of(RELAY));

        assertEquals(Optional.of(alice.id()), neighbours.schoolAt(RELAYED));
        assertEquals(
                Optional.empty(),
                neighbours.schoolAt(new Way.Relayed(
                        new RelayEndpoint(RELAY.relay(), Bytes.ofHex("00112233445566778899aabbccddeeff")))));
    }

    /** Else two halves that were apart for long would stay apart: each has all the neighbours that it wants. */
    @Test
    void oneOfItsLinksTakesThePlaceOfAnotherNowAndThen() {
        knows(List.of(ADDRESS), List.of());
        List<SchoolId> others = IntStream.range(0, Limits.NEIGHBOURS + 1)
                .mapToObj(i -> Actor.named("other " + i).id())
                .toList();
        Set<SchoolId> circle = new TreeSet<>(others);
        circle.add(alice.id());
        Set<SchoolId> linked = new TreeSet<>(others);

        assertEquals(List.of(), look(now, circle, linked));
        now = now.plus(Limits.RENEWAL);
        assertEquals(List.of(DIRECT), look(now, circle, linked));
        neighbours.accepted(DIRECT);
        linked.add(alice.id());

        List<SchoolId> mine = others.subList(0, 3);
        assertEquals(List.of(), neighbours.replaced(others.getFirst(), 8, List.of(circle), linked, mine));
        List<SchoolId> going = neighbours.replaced(alice.id(), 8, List.of(circle), linked, mine);
        assertEquals(2, going.size());
        assertTrue(mine.containsAll(going));
        assertEquals(List.of(), neighbours.replaced(alice.id(), 8, List.of(circle), linked, mine));
    }

    @Test
    void noCircleLosesANeighbourThatItNeeds() {
        knows(List.of(ADDRESS), List.of());
        List<SchoolId> others = IntStream.range(0, Limits.NEIGHBOURS)
                .mapToObj(i -> Actor.named("other " + i).id())
                .toList();
        Set<SchoolId> large = new TreeSet<>(others);
        large.add(alice.id());
        Set<SchoolId> small = new TreeSet<>(others.subList(0, 7));
        look(now, large, new TreeSet<>(others));
        look(now.plus(Limits.RENEWAL), large, new TreeSet<>(others));

        List<SchoolId> going = neighbours.replaced(alice.id(), 8, List.of(small, large), large, others);

        assertEquals(List.of(others.getLast()), going);
    }

    private List<Way> look(Instant at, Set<SchoolId> circle, Set<SchoolId> linked) {
        Turn turn = new Turn(at);
        neighbours.look(turn, Limits.NEIGHBOURS, List.of(circle), linked, _ -> Optional.empty());
        return turn.effects().stream()
                .filter(Effect.Dial.class::isInstance)
                .map(effect -> ((Effect.Dial) effect).way())
                .toList();
    }

    private void knows(List<Endpoint> endpoints, List<RelayEndpoint> relays) {
        AddressRecord record = new AddressRecord(alice.id(), 0, 1, endpoints, relays);
        neighbours.learn(new Signed<>(record, Bytes.empty(), new Signature(Bytes.zeros(64))));
    }

    private List<Way> look(Instant at) {
        return look(at, Set.of(alice.id()), Set.of());
    }

    private Signed<AddressRecord> record(int epoch, long serial) {
        AddressRecord record = new AddressRecord(alice.id(), epoch, serial, List.of(), List.of());
        return new Signed<>(record, Bytes.empty(), new Signature(Bytes.zeros(64)));
    }
}
