// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people type them. */
public final class TypedDate {
    private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    private TypedDate() {}

    /**
     * 12.03.2026 or 2026-03-12.
     *
     * @throws DateTimeException if it is no date
     */
    public static LocalDate of(String text) {
        String trimmed = text.strip();
        return trimmed.contains(".") ? LocalDate.parse(trimmed, RUSSIAN) : LocalDate.parse(trimmed);
    }
}
