// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.gorizont.cli.text.Failure;

/** Days as people write them: 31.08.2027; also 2027-08-31. */
final class Days {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private Days() {}

    /** @throws Failure if the text is no day */
    static LocalDate read(String text) {
        try {
            return text.contains(".") ? LocalDate.parse(text, WRITTEN) : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Failure.usage("not-a-day", text);
        }
    }

    /** @param iso as the node tells it */
    static String written(String iso) {
        return WRITTEN.format(LocalDate.parse(iso));
    }
}
