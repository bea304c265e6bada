// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.SchoolId;

/**
 * Takes the place of one link by another one now and then. Two parts of a circle that were apart for long have all the
 * neighbours that they want, each in its own half: without this they would never meet again.
 */
final class Renewal {
    private static final int AT_ONCE = 2;

    private final RandomGenerator random;
    private Optional<Instant> next = Optional.empty();
    private Optional<SchoolId> fresh = Optional.empty();

    Renewal(RandomGenerator random) {
        this.random = random;
    }

    /** Whether one more school should be dialled now, although there are links enough. */
    boolean isDue(Instant now) {
        boolean due = next.filter(at -> !now.isBefore(at)).isPresent();
        // The clock may have been set back meanwhile, perhaps by years.
        boolean absurd = next.filter(at -> at.isAfter(now.plus(Limits.RENEWAL.multipliedBy(2))))
                .isPresent();
        if (due || absurd || next.isEmpty()) {
            Duration spread = Duration.ofMillis(random.nextLong(Limits.RENEWAL.toMillis()));
            next = Optional.of(
                    now.plus(due ? Limits.RENEWAL.dividedBy(2) : Duration.ZERO).plus(spread));
        }
        return due;
    }

    /** This school is dialled so that it takes the place of another one. */
    void dialled(SchoolId school) {
        fresh = Optional.of(school);
    }

    /**
     * Whose links go, now that there is one to this school: two, so that those who have many come back to as many as they
     * want.
     *
     * @param mine schools that we dialled ourselves
     */
    List<SchoolId> replaced(
            SchoolId school,
            int wanted,
            Collection<? extends Set<SchoolId>> circles,
            Set<SchoolId> linked,
            Collection<SchoolId> mine) {
        if (!fresh.equals(Optional.of(school))) {
            return List.of();
        }
        fresh = Optional.empty();
        List<SchoolId> candidates = new ArrayList<>(mine);
        candidates.remove(school);
        Collections.shuffle(candidates, random);
        List<SchoolId> going = new ArrayList<>();
        for (SchoolId candidate : candidates) {
            if (going.size() < AT_ONCE && isSpare(candidate, wanted, circles, linked, going)) {
                going.add(candidate);
            }
        }
        return going;
    }

    private static boolean isSpare(
            SchoolId candidate,
            int wanted,
            Collection<? extends Set<SchoolId>> circles,
            Set<SchoolId> linked,
            List<SchoolId> going) {
        return circles.stream()
                .filter(members -> members.contains(candidate))
                .allMatch(members -> linked.stream()
                                .filter(members::contains)
                                .filter(other -> !going.contains(other))
                                .count()
                        > wanted);
    }
}
