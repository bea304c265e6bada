// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Way;

/** When a way may be dialled again: pauses double with each failure and are spread by a random part. */
final class Backoff {
    private static final int MAX_REMEMBERED = 10_000;

    private final RandomGenerator random;
    private final Map<Way, Pause> pauses = new TreeMap<>();

    /**
     * A way that has failed.
     *
     * @param failures in a row
     */
    record Pause(Duration length, Instant until, int failures, DialProblem problem) {}

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    boolean allows(Way way, Instant now) {
        Pause pause = pauses.get(way);
        return pause == null || !now.isBefore(pause.until) || isAbsurd(pause, now);
    }

    /** The clock was set back meanwhile, perhaps by years. */
    private static boolean isAbsurd(Pause pause, Instant now) {
        return pause.until.isAfter(now.plus(Limits.REDIAL_MAX.multipliedBy(2)));
    }

    /** How often the way has failed in a row. */
    int failures(Way way) {
        return pause(way).map(Pause::failures).orElse(0);
    }

    Optional<Pause> pause(Way way) {
        return Optional.ofNullable(pauses.get(way));
    }

    void failed(Way way, Instant now, DialProblem problem) {
        Pause before = pauses.get(way);
        Duration length = before == null ? Limits.REDIAL_MIN : before.length.multipliedBy(2);
        if (length.compareTo(Limits.REDIAL_MAX) > 0) {
            length = Limits.REDIAL_MAX;
        }
        if (pauses.size() < MAX_REMEMBERED || before != null) {
            Duration spread = Duration.ofMillis(random.nextLong(length.toMillis() / 2 + 1));
            int failures = before == null ? 1 : before.failures + 1;
            pauses.put(way, new Pause(length, now.plus(length).plus(spread), failures, problem));
        }
    }

    /**
     * A connection that outlasts the pause before it makes the way as good as new. A shorter one does not: two copies of
     * one school that take each other's place at a neighbour do so less and less often.
     */
    void ended(Way way, Instant since, Instant now) {
        Duration before = pause(way).map(Pause::length).orElse(Limits.REDIAL_MIN);
        if (Duration.between(since, now).compareTo(before) > 0) {
            pauses.remove(way);
        } else {
            failed(way, now, DialProblem.UNSTABLE);
        }
    }
}
