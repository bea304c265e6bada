// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part of each day, in minutes since midnight at the school.
 *
 * @param to above {@code from}; 1,440 is midnight
 */
public record Hours(int from, int to) {
    public static final int DAY = 24 * 60;
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})(?:\\s+(\\S+))?");

    /** {@code 08:00-18:00 local}. */
    static Optional<Hours> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()
                || form.group(5) != null && !Words.canonical(form.group(5)).equals("local")) {
            return Optional.empty();
        }
        int from = minutes(form.group(1), form.group(2));
        int to = minutes(form.group(3), form.group(4));
        return from < to && to <= DAY ? Optional.of(new Hours(from, to)) : Optional.empty();
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    public boolean allDay() {
        return to - from == DAY;
    }

    public int minutes() {
        return to - from;
    }
}
