// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Endpoint;

/** When an address may be dialled again: pauses double with each failure and are spread by a random part. */
final class Backoff {
    private static final int MAX_REMEMBERED = 10_000;

    private final RandomGenerator random;
    private final Map<Endpoint, Pause> pauses = new TreeMap<>();

    private record Pause(Duration length, Instant until) {}

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    boolean allows(Endpoint endpoint, Instant now) {
        Pause pause = pauses.get(endpoint);
        return pause == null || !now.isBefore(pause.until);
    }

    void failed(Endpoint endpoint, Instant now) {
        Pause before = pauses.get(endpoint);
        Duration length = before == null ? Limits.REDIAL_MIN : before.length.multipliedBy(2);
        if (length.compareTo(Limits.REDIAL_MAX) > 0) {
            length = Limits.REDIAL_MAX;
        }
        if (pauses.size() < MAX_REMEMBERED || before != null) {
            Duration spread = Duration.ofMillis(random.nextLong(length.toMillis() / 2 + 1));
            pauses.put(endpoint, new Pause(length, now.plus(length).plus(spread)));
        }
    }

    void succeeded(Endpoint endpoint) {
        pauses.remove(endpoint);
    }
}
