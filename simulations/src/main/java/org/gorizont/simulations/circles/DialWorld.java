// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.gossip.Neighbours;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Way;
import org.gorizont.simulations.world.Streams;

/**
 * Schools of one circle of which nothing runs but the part that chooses neighbours: the real one, once for each school. So
 * the largest circle takes seconds. Records, frames and stores are left out, and everybody hears at once who has joined.
 */
final class DialWorld {
    private static final Instant START = Instant.parse("2026-09-01T05:00:00Z");
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final List<School> schools = new ArrayList<>();
    private final Map<Way, School> listening = new TreeMap<>();
    private final TreeSet<SchoolId> members = new TreeSet<>();
    private final Streams streams;
    private BiPredicate<Integer, Integer> cut = (_, _) -> false;
    private Instant now = START;

    /** One school; {@code mine} are those that it has dialled itself, and since when their links stand. */
    private static final class School {
        final int number;
        final SchoolId id;
        final Way way;
        final Signed<AddressRecord> address;
        final boolean natted;
        final SplittableRandom random;
        final TreeMap<SchoolId, School> links = new TreeMap<>();
        final TreeMap<SchoolId, Instant> mine = new TreeMap<>();
        Neighbours neighbours;
        boolean on;

        School(int number, boolean natted, SplittableRandom random) {
            this.number = number;
            this.natted = natted;
            this.random = random;
            id = new SchoolId(Hashing.leaf(Bytes.wrap(("school " + number).getBytes(StandardCharsets.US_ASCII))));
            Endpoint endpoint = new Endpoint("school-" + number, 4_000);
            way = new Way.Direct(endpoint);
            AddressRecord record = new AddressRecord(id, 0, 1, natted ? List.of() : List.of(endpoint), List.of());
            address = new Signed<>(record, Bytes.empty(), new Signature(Bytes.zeros(Signature.SIZE)));
            neighbours = new Neighbours(id, random);
        }
    }

    /** @param natted how many of them, the last ones, nobody can dial */
    DialWorld(int schools, int natted, long seed) {
        streams = new Streams(seed);
        for (int i = 0; i < schools; i++) {
            School school = new School(i, i >= schools - natted, streams.of("school", i));
            this.schools.add(school);
            listening.put(school.way, school);
        }
    }

    /** All schools join one after another, so many between two looks, by codes of the first one that has room for them. */
    void join(int atOnce) {
        for (School school : schools) {
            members.add(school.id);
            schools.forEach(other -> other.neighbours.learn(school.address));
            school.on = true;
            if (school.number > 0) {
                connect(school, inviter());
            }
            if (school.number % atOnce == 0) {
                step(LOOK);
            }
        }
    }

    private School inviter() {
        return schools.stream()
                .filter(school -> school.links.size() < Limits.LINKS)
                .findFirst()
                .orElseThrow();
    }

    /** These are off, or on again; whoever starts knows all addresses. */
    void turn(BitSet which, boolean on) {
        which.stream().mapToObj(schools::get).forEach(school -> {
            school.on = on;
            List.copyOf(school.links.values()).forEach(other -> disconnect(school, other));
            if (on) {
                school.neighbours = new Neighbours(school.id, school.random);
                schools.forEach(other -> school.neighbours.learn(other.address));
            }
        });
    }

    /** Lines between these pairs lead nowhere from now on. */
    void cut(BiPredicate<Integer, Integer> between) {
        cut = between;
        for (School school : schools) {
            List.copyOf(school.links.values()).stream()
                    .filter(other -> between.test(school.number, other.number))
                    .forEach(other -> disconnect(school, other));
        }
    }

    /** Looks every few seconds for a minute, in which most is dialled, and then so rarely. */
    void runFor(Duration duration, Duration rarely) {
        Instant end = now.plus(duration);
        Instant busy = now.plusSeconds(60);
        while (now.isBefore(end)) {
            step(now.isBefore(busy) ? LOOK : rarely);
        }
    }

    /** Nothing happens for so long. */
    void sleep(Duration duration) {
        now = now.plus(duration);
    }

    /** Links between schools that are on. */
    Graph graph() {
        return new Graph(schools.stream()
                .map(school -> {
                    BitSet others = new BitSet();
                    school.links.values().forEach(other -> others.set(other.number));
                    return others;
                })
                .toList());
    }

    private void step(Duration pause) {
        now = now.plus(pause);
        List<Runnable> dials = new ArrayList<>();
        for (School school : schools) {
            if (school.on) {
                Turn turn = new Turn(now);
                school.neighbours.timerFired();
                school.neighbours.look(
                        turn, Limits.NEIGHBOURS, List.of(members), school.links.keySet(), _ -> Optional.empty());
                turn.effects().stream()
                        .filter(Effect.Dial.class::isInstance)
                        .map(effect -> ((Effect.Dial) effect).way())
                        .forEach(way -> dials.add(() -> dial(school, way)));
            }
        }
        dials.forEach(Runnable::run);
    }

    private void dial(School from, Way way) {
        School to = Optional.ofNullable(listening.get(way)).orElseThrow();
        boolean reached = to.on && !to.natted && !cut.test(from.number, to.number);
        if (!reached) {
            from.neighbours.dialFailed(way, now, DialProblem.TIMEOUT);
        } else if (from.links.containsKey(to.id)
                || from.links.size() >= Limits.LINKS
                || to.links.size() >= Limits.LINKS) {
            from.neighbours.refused(way, now);
        } else {
            from.neighbours.accepted(way);
            connect(from, to);
            List<SchoolId> going = from.neighbours.replaced(
                    to.id, Limits.NEIGHBOURS, List.of(members), from.links.keySet(), from.mine.keySet());
            schools.stream().filter(other -> going.contains(other.id)).forEach(other -> disconnect(from, other));
        }
    }

    private void connect(School from, School to) {
        from.links.put(to.id, to);
        from.mine.put(to.id, now);
        to.links.put(from.id, from);
    }

    private void disconnect(School one, School other) {
        one.links.remove(other.id);
        other.links.remove(one.id);
        ended(one, other);
        ended(other, one);
    }

    private void ended(School from, School to) {
        Optional.ofNullable(from.mine.remove(to.id)).ifPresent(since -> from.neighbours.ended(to.way, since, now));
    }
}
