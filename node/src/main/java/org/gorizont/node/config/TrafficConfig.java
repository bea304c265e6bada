// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.time.ZoneId;
import java.util.Optional;
import org.gorizont.protocol.core.TrafficHours;

/**
 * Hours of the day in which the line is spared.
 *
 * @param fromHour first of them
 * @param toHour when they end; at or below {@code fromHour}: on the next day
 * @param mibPerHour MiB of other schools' entries that are asked for within an hour; empty: no limit
 * @param zone by whose clock; empty: that of this computer
 */
public record TrafficConfig(int fromHour, int toHour, Optional<Integer> mibPerHour, Optional<ZoneId> zone) {
    public static final TrafficConfig DEFAULTS = new TrafficConfig(8, 15, Optional.empty(), Optional.empty());

    private static final int LAST_HOUR = 23;
    private static final int MIDNIGHT = 24;
    private static final int MOST_MIB = 1024 * 1024;
    private static final long MEBIBYTE = 1024 * 1024;

    static TrafficConfig read(Section section) {
        return new TrafficConfig(
                section.number("from_hour", DEFAULTS.fromHour, 0, LAST_HOUR),
                section.number("to_hour", DEFAULTS.toHour, 1, MIDNIGHT),
                section.optionalNumber("mib_per_hour", 0, MOST_MIB),
                section.zone("zone"));
    }

    /** The rule that follows; empty without a limit. */
    public Optional<TrafficHours> hours() {
        return mibPerHour.map(
                mib -> new TrafficHours(zone.orElseGet(ZoneId::systemDefault), fromHour, toHour, mib * MEBIBYTE));
    }
}
