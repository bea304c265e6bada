// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * Which of its logs a school writes to. Numbers that this version does not know are legal: such logs are kept and
 * forwarded.
 */
public record Channel(int number) implements Comparable<Channel> {
    /** Admissions, ballots, roles, decisions. */
    public static final Channel CONTROL = new Channel(1);
    /** Practices, resources, events. */
    public static final Channel CATALOGUE = new Channel(2);
    /** Availability, bookings, use. */
    public static final Channel CALENDAR = new Channel(3);

    public Channel {
        Checks.that(number > 0, "channel number is not positive: " + number);
    }

    @Override
    public int compareTo(Channel other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return switch (number) {
            case 1 -> "CONTROL";
            case 2 -> "CATALOGUE";
            case 3 -> "CALENDAR";
            default -> "channel-" + number;
        };
    }
}
