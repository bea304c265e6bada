// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Way;

/**
 * Keeps about {@link Limits#NEIGHBOURS} links in each circle by dialling members at random. Links that others opened
 * count as well. Addresses are never forgotten; ways that fail are dialled again after growing pauses, and of several ways
 * to a school the one with the fewest failures in a row goes first: an address that leads nowhere does not keep a relay from
 * being tried.
 */
public final class Neighbours {
    /** A stolen old key must not say where the school is now: the key epoch counts before the serial. */
    public static final Comparator<AddressRecord> BY_AGE =
            Comparator.comparingInt(AddressRecord::epoch).thenComparingLong(AddressRecord::serial);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final SchoolId self;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Renewal renewal;
    private final Map<SchoolId, Signed<AddressRecord>> addresses = new TreeMap<>();
    /** Hints from this building, one a school; not told to others, and not kept. */
    private final Map<SchoolId, Way> nearby = new TreeMap<>();

    private final Set<Way> dialling = new TreeSet<>();
    private final Set<Way> standing = new TreeSet<>();
    /** Where the last attempt failed: perhaps its school has changed its keys, so the next one takes any key. */
    private final Set<Way> failed = new TreeSet<>();

    private boolean scheduled;

    public Neighbours(SchoolId self, RandomGenerator random) {
        this.self = self;
        this.random = random;
        this.backoff = new Backoff(random);
        this.renewal = new Renewal(random);
    }

    /** Whether a record is newer than what is known of its school. */
    public boolean isNews(Signed<AddressRecord> record) {
        Signed<AddressRecord> known = addresses.get(record.value().school());
        return known == null || BY_AGE.compare(known.value(), record.value()) < 0;
    }

    /** Takes a verified record in if it is newer; true if it was. */
    public boolean learn(Signed<AddressRecord> record) {
        boolean news = isNews(record);
        if (news) {
            addresses.put(record.value().school(), record);
        }
        return news;
    }

    public Optional<Signed<AddressRecord>> address(SchoolId school) {
        return Optional.ofNullable(addresses.get(school));
    }

    /** Somebody in this building says that a member can be dialled here; a later hint takes the place of an earlier one. */
    public void near(SchoolId member, Endpoint endpoint) {
        nearby.put(member, new Way.Direct(endpoint));
    }

    /** How a school can be dialled: as it was found in this building, then in the order of its record. */
    public List<Way> ways(SchoolId school) {
        List<Way> told = address(school).map(Signed::value).map(Way::of).orElse(List.of());
        Optional<Way> near = Optional.ofNullable(nearby.get(school)).filter(way -> !told.contains(way));
        return Stream.concat(near.stream(), told.stream()).toList();
    }

    /** The school that says it can be dialled this way. */
    public Optional<SchoolId> schoolAt(Way way) {
        return addresses.values().stream()
                .map(Signed::value)
                .filter(record -> Way.of(record).contains(way))
                .map(AddressRecord::school)
                .findFirst()
                .or(() -> nearby.entrySet().stream()
                        .filter(hint -> hint.getValue().equals(way))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    /**
     * Dials where a circle has too few links, and one school more from time to time; looks again later.
     *
     * @param wanted links in each circle
     * @param circles members of each circle of ours
     * @param linked schools to which a link stands
     * @param keys the current key of a school, when it is known: what is dialled must show it, but for every second attempt
     *     where nobody did, since keys change
     */
    public void look(
            Turn turn, int wanted, Collection<? extends Set<SchoolId>> circles, Set<SchoolId> linked, KeyOf keys) {
        List<SchoolId> further = new ArrayList<>();
        for (Set<SchoolId> members : circles) {
            List<SchoolId> absent = new ArrayList<>();
            int present = 0;
            for (SchoolId member : members) {
                if (linked.contains(member)) {
                    present++;
                } else if (!member.equals(self)) {
                    absent.add(member);
                }
            }
            dialSome(turn, absent, wanted - present, keys);
            if (present >= wanted) {
                further.addAll(absent);
            }
        }
        if (!further.isEmpty() && renewal.isDue(turn.now())) {
            dialSome(turn, further, 1, keys).forEach(renewal::dialled);
        }
        if (!scheduled) {
            scheduled = true;
            turn.schedule(Timer.NEIGHBOURS, LOOK_EVERY);
        }
    }

    /**
     * A link to this school stands. If it was dialled to take the place of others: whose links may go.
     *
     * @param wanted links in each circle; no circle gets fewer
     * @param circles members of each circle of ours
     * @param linked schools to which a link stands
     * @param mine those of them that we dialled
     */
    public List<SchoolId> replaced(
            SchoolId school,
            int wanted,
            Collection<? extends Set<SchoolId>> circles,
            Set<SchoolId> linked,
            Collection<SchoolId> mine) {
        return renewal.replaced(school, wanted, circles, linked, mine);
    }

    /** The timer of {@link #look} has fired. */
    public void timerFired() {
        scheduled = false;
    }

    /** Dials one way unless that is under way or must wait. */
    public void dial(Turn turn, Way way, Optional<PublicKey> expected) {
        if (backoff.allows(way, turn.now()) && dialling.add(way)) {
            turn.dial(way, expected);
        }
    }

    public void dialFailed(Way way, Instant now, DialProblem problem) {
        if (!failed.remove(way)) {
            failed.add(way);
        }
        dialling.remove(way);
        backoff.failed(way, now, problem);
    }

    /** The other side has accepted us: until then the way counts as being dialled, however slow the other side is. */
    public void accepted(Way way) {
        dialling.remove(way);
        failed.remove(way);
        standing.add(way);
    }

    /** The connection ended before the other side accepted us. */
    public void refused(Way way, Instant now) {
        dialling.remove(way);
        backoff.failed(way, now, DialProblem.NOT_ACCEPTED);
    }

    /** The connection ended after the other side had accepted us. One that does not last, time and again, is a failure too. */
    public void ended(Way way, Instant since, Instant now) {
        standing.remove(way);
        backoff.ended(way, since, now);
    }

    /** How dialling a school has gone, for people. */
    public List<ReplicaStatus.Attempt> attempts(SchoolId school) {
        return ways(school).stream().map(this::attempt).toList();
    }

    private ReplicaStatus.Attempt attempt(Way way) {
        Optional<Backoff.Pause> pause = backoff.pause(way).filter(_ -> !standing.contains(way));
        return new ReplicaStatus.Attempt(way, pause.map(Backoff.Pause::problem), pause.map(Backoff.Pause::until));
    }

    /** The schools that are being dialled. */
    private List<SchoolId> dialSome(Turn turn, List<SchoolId> absent, int wanted, KeyOf keys) {
        Collections.shuffle(absent, random);
        List<SchoolId> dialled = new ArrayList<>();
        for (SchoolId school : absent) {
            if (dialled.size() >= wanted) {
                break;
            }
            if (dialOne(turn, school, keys)) {
                dialled.add(school);
            }
        }
        return dialled;
    }

    private boolean dialOne(Turn turn, SchoolId school, KeyOf keys) {
        List<Way> ways = ways(school);
        if (ways.stream().anyMatch(dialling::contains)) {
            return true;
        }
        Optional<Way> next = ways.stream()
                .filter(way -> backoff.allows(way, turn.now()))
                .min(Comparator.comparingInt(backoff::failures));
        next.ifPresent(way -> dial(turn, way, failed.contains(way) ? Optional.empty() : keys.of(school)));
        return next.isPresent();
    }

    /** The current signing key of a school. */
    public interface KeyOf {
        Optional<PublicKey> of(SchoolId school);
    }
}
