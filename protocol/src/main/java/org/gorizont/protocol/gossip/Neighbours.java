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
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;

/**
 * Keeps about {@link Limits#NEIGHBOURS} links in each circle by dialling members at random. Links that others opened
 * count as well. Addresses are never forgotten; those that fail are dialled again after growing pauses.
 */
public final class Neighbours {
    /** A stolen old key must not say where the school is now: the key epoch counts before the serial. */
    public static final Comparator<AddressRecord> BY_AGE =
            Comparator.comparingInt(AddressRecord::epoch).thenComparingLong(AddressRecord::serial);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final SchoolId self;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Map<SchoolId, Signed<AddressRecord>> addresses = new TreeMap<>();
    private final Set<Endpoint> dialling = new TreeSet<>();
    /** Where the last attempt failed: perhaps its school has changed its keys, so the next one takes any key. */
    private final Set<Endpoint> failed = new TreeSet<>();

    private boolean scheduled;

    public Neighbours(SchoolId self, RandomGenerator random) {
        this.self = self;
        this.random = random;
        this.backoff = new Backoff(random);
    }

    /** Takes a verified record in if it is newer; true if it was. */
    public boolean learn(Signed<AddressRecord> record) {
        Signed<AddressRecord> known = addresses.get(record.value().school());
        if (known != null && BY_AGE.compare(known.value(), record.value()) >= 0) {
            return false;
        }
        addresses.put(record.value().school(), record);
        return true;
    }

    public Optional<Signed<AddressRecord>> address(SchoolId school) {
        return Optional.ofNullable(addresses.get(school));
    }

    /** The school that says it can be dialled at {@code endpoint}. */
    public Optional<SchoolId> schoolAt(Endpoint endpoint) {
        return addresses.values().stream()
                .map(Signed::value)
                .filter(record -> record.endpoints().contains(endpoint))
                .map(AddressRecord::school)
                .findFirst();
    }

    /**
     * Dials where a circle has too few links, and looks again later.
     *
     * @param wanted links in each circle
     * @param circles members of each circle of ours
     * @param linked schools to which a link stands
     * @param keys the current key of a school, when it is known: what is dialled must show it, but for every second attempt
     *     where nobody did, since keys change
     */
    public void look(
            Turn turn, int wanted, Collection<? extends Set<SchoolId>> circles, Set<SchoolId> linked, KeyOf keys) {
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
        }
        if (!scheduled) {
            scheduled = true;
            turn.schedule(Timer.NEIGHBOURS, LOOK_EVERY);
        }
    }

    /** The timer of {@link #look} has fired. */
    public void timerFired() {
        scheduled = false;
    }

    /** Dials one address unless that is under way or must wait. */
    public void dial(Turn turn, Endpoint endpoint, Optional<PublicKey> expected) {
        if (backoff.allows(endpoint, turn.now()) && dialling.add(endpoint)) {
            turn.dial(endpoint, expected);
        }
    }

    public void dialFailed(Endpoint endpoint, Instant now) {
        if (!failed.remove(endpoint)) {
            failed.add(endpoint);
        }
        dialling.remove(endpoint);
        backoff.failed(endpoint, now);
    }

    /** The connection stands; whether the other side accepts us is not known yet. */
    public void connected(Endpoint endpoint) {
        dialling.remove(endpoint);
    }

    /** The other side has accepted us. */
    public void accepted(Endpoint endpoint) {
        failed.remove(endpoint);
        backoff.succeeded(endpoint);
    }

    /** The other side closed before it accepted us. */
    public void refused(Endpoint endpoint, Instant now) {
        backoff.failed(endpoint, now);
    }

    private void dialSome(Turn turn, List<SchoolId> absent, int wanted, KeyOf keys) {
        Collections.shuffle(absent, random);
        int dialled = 0;
        for (SchoolId school : absent) {
            if (dialled >= wanted) {
                return;
            }
            Signed<AddressRecord> record = addresses.get(school);
            if (record != null && dialOne(turn, record.value(), keys)) {
                dialled++;
            }
        }
    }

    private boolean dialOne(Turn turn, AddressRecord record, KeyOf keys) {
        for (Endpoint endpoint : record.endpoints()) {
            if (dialling.contains(endpoint)) {
                return true;
            }
            if (backoff.allows(endpoint, turn.now())) {
                dial(turn, endpoint, failed.contains(endpoint) ? Optional.empty() : keys.of(record.school()));
                return true;
            }
        }
        return false;
    }

    /** The current signing key of a school. */
    public interface KeyOf {
        Optional<PublicKey> of(SchoolId school);
    }
}
