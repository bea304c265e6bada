// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Hours of the day in which this node asks others for little, since the line is needed for lessons.
 *
 * @param zone by whose clock
 * @param from first hour, 0 to 23
 * @param to the hour at which it ends, 1 to 24; below or at {@code from}: on the next day
 * @param bytesAnHour of entries of other schools that are asked for within one hour of the clock
 */
public record TrafficHours(ZoneId zone, int from, int to, long bytesAnHour) {
    private static final int DAY = 24;

    public TrafficHours {
        if (from < 0 || from >= DAY || to < 1 || to > DAY || bytesAnHour < 0) {
            throw new IllegalArgumentException("no hours of a day: " + from + " to " + to + ", " + bytesAnHour);
        }
    }

    public boolean covers(Instant now) {
        int hour = now.atZone(zone).getHour();
        return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    }

    /** When the hour of the clock began. */
    public Instant hour(Instant now) {
        return now.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    /** When the hour of the clock ends. */
    public Instant nextHour(Instant now) {
        return now.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
    }

    /** When these hours end next. */
    public Instant end(Instant now) {
        ZonedDateTime end = now.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1);
        while (end.getHour() != to % DAY) {
            end = end.plusHours(1);
        }
        return end.toInstant();
    }
}
