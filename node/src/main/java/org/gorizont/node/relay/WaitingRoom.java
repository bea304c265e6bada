// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.model.Bytes;

/** Connections that wait, by token. Of one thread. */
final class WaitingRoom {
    private final RelayLimits limits;
    private final Counts counts;
    private final Census census;
    private final Map<Bytes, Deque<Parked>> byToken = new HashMap<>();

    WaitingRoom(RelayLimits limits, Counts counts) {
        this.limits = limits;
        this.counts = counts;
        this.census = new Census(limits.waiting(), limits.waitingOfAddress());
    }

    /** Whether the connection may wait; then {@link #leave} must be called when it ends. */
    boolean enter(Parked parked) {
        Deque<Parked> sameToken = byToken.getOrDefault(parked.token, new ArrayDeque<>());
        if (sameToken.size() >= limits.waitingOfToken()) {
            Parked oldest = sameToken.getFirst();
            leave(oldest);
            var _ = oldest.channel.close();
        }
        if (!census.enter(parked.channel)) {
            return false;
        }
        byToken.computeIfAbsent(parked.token, _ -> new ArrayDeque<>()).addLast(parked);
        counts.waiting.increment();
        return true;
    }

    /** Takes out who came last: it is the least likely to be dead without anybody knowing. */
    Optional<Parked> call(Bytes token) {
        Optional<Parked> newest = Optional.ofNullable(byToken.get(token)).map(Deque::getLast);
        newest.ifPresent(this::leave);
        return newest;
    }

    /** The connection waits no more. Nothing happens when it did not. */
    void leave(Parked parked) {
        Deque<Parked> sameToken = byToken.get(parked.token);
        if (sameToken != null && sameToken.remove(parked)) {
            census.leave(parked.channel);
            counts.waiting.decrement();
            if (sameToken.isEmpty()) {
                byToken.remove(parked.token);
            }
        }
    }

    /** Those who have waited longer. */
    List<Parked> before(long nanoTime) {
        List<Parked> found = new ArrayList<>();
        byToken.values()
                .forEach(sameToken -> sameToken.stream()
                        .filter(parked -> parked.since - nanoTime < 0)
                        .forEach(found::add));
        return found;
    }
}
