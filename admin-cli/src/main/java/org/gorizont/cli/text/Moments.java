// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people write them; moments in the zone of this computer. */
public final class Moments {
    private static final DateTimeFormatter RUSSIAN_DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Messages messages;
    private final ZoneId zone;

    public Moments(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** A moment of the admin API; 0 is "not known". */
    public String of(long millis) {
        if (millis == 0) {
            return messages.of("moment.never");
        }
        var format = messages.language() == Messages.Language.RU ? RUSSIAN : ENGLISH;
        return format.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    public String of(LocalDate date) {
        return messages.language() == Messages.Language.RU ? RUSSIAN_DATE.format(date) : date.toString();
    }

    /** ISO 8601 in UTC for JSON; null stands for "not known". */
    public static @org.jspecify.annotations.Nullable String iso(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis).toString();
    }
}
