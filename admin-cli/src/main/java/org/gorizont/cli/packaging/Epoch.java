// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The time that all files of a package bear: {@code SOURCE_DATE_EPOCH} as reproducible builds agreed, or a fixed one. The time of
 * the build would make two packages of the same jars differ.
 *
 * @param seconds since 1970
 */
record Epoch(long seconds) {
    /** As the jars of the build: {@code project.build.outputTimestamp}. */
    private static final long OTHERWISE = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    private static final int FIRST_YEAR_OF_ZIP = 1980;

    static Epoch of(Map<String, String> environment) {
        String given = environment.getOrDefault("SOURCE_DATE_EPOCH", "");
        return new Epoch(given.matches("[0-9]{1,11}") ? Long.parseLong(given) : OTHERWISE);
    }

    /** In the form of zip archives: date above, time of day below, in steps of two seconds. */
    int dos() {
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        int year = Math.max(0, time.getYear() - FIRST_YEAR_OF_ZIP);
        return year << 25
                | time.getMonthValue() << 21
                | time.getDayOfMonth() << 16
                | time.getHour() << 11
                | time.getMinute() << 5
                | time.getSecond() >> 1;
    }
}
