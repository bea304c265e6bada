// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.TrafficHours;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;

/**
 * How much may be asked for now. What members decide and what a school fetches of its own always passes, so that a node that
 * holds back is no stranger to its circles; so do heads, and small entries that come unasked.
 */
public final class TrafficBudget {
    /** An answer carries no more: {@link Limits#ANSWER_BYTES}, and one body on top. */
    private static final int ANSWER = Limits.ANSWER_BYTES + Limits.BODY_BYTES;

    private final Optional<TrafficHours> hours;
    private final SchoolId self;
    private final TreeMap<LinkId, Deque<Instant>> asked = new TreeMap<>();
    private Instant hour = Instant.MIN;
    private long spent;

    public TrafficBudget(Optional<TrafficHours> hours, SchoolId self) {
        this.hours = hours;
        this.self = self;
    }

    /** Whether entries of this log are asked for whatever the hour. */
    public boolean passes(LogId log) {
        return hours.isEmpty()
                || log.channel().equals(Channel.CONTROL)
                || log.school().equals(self);
    }

    /** Whether one more answer may be asked for. */
    boolean allows(LogId log, Instant now) {
        return passes(log) || spent(now) + (underWay(now) + 1) * ANSWER <= most(now);
    }

    /** Entries of this log were asked for: they may come although nobody waits for them any more. */
    void asked(LogId log, LinkId link, Instant now) {
        if (!passes(log)) {
            asked.computeIfAbsent(link, _ -> new ArrayDeque<>()).add(now);
        }
    }

    /** An answer has come over this link. */
    void answered(LogId log, LinkId link) {
        Deque<Instant> open = asked.get(link);
        if (open != null && !passes(log)) {
            open.poll();
        }
    }

    void linkGone(LinkId link) {
        asked.remove(link);
    }

    /** Questions that count and have no answer yet; one that is overdue gets none. */
    private long underWay(Instant now) {
        Instant overdue = now.minus(Limits.ANSWER_OF_SLOW);
        asked.values().forEach(open -> open.removeIf(at -> at.isBefore(overdue)));
        return asked.values().stream().mapToLong(Deque::size).sum();
    }

    /**
     * Whether bodies may be asked for; if so, they are counted.
     *
     * @param bytes of all of them
     */
    public boolean takes(LogId log, Instant now, long bytes) {
        long counted = Math.min(bytes, ANSWER);
        if (passes(log)) {
            return true;
        } else if (spent(now) + counted > most(now)) {
            return false;
        }
        spent += counted;
        return true;
    }

    /** Entries of this log have come. */
    public void came(LogId log, Instant now, long bytes) {
        if (!passes(log)) {
            spent = spent(now) + bytes;
        }
    }

    /** Until when nothing more is asked for; empty while something may be. */
    public Optional<Instant> heldUntil(Instant now) {
        return hours.filter(limited -> spent(now) + ANSWER > most(now)).map(limited -> {
            Instant end = limited.end(now);
            Instant next = limited.nextHour(now);
            return limited.bytesAnHour() < ANSWER || end.isBefore(next) ? end : next;
        });
    }

    private long most(Instant now) {
        return hours.filter(limited -> limited.covers(now))
                .map(TrafficHours::bytesAnHour)
                .orElse(Long.MAX_VALUE);
    }

    private long spent(Instant now) {
        Instant current = hours.map(limited -> limited.hour(now)).orElse(Instant.MIN);
        if (!current.equals(hour)) {
            hour = current;
            spent = 0;
        }
        return spent;
    }
}
