// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.util.List;

/**
 * One mistake in a scenario.
 *
 * @param line where it is, from 1; 0 for the whole file
 * @param message key of the text for people, in {@code messages_ru.properties} and {@code messages_en.properties}
 * @param details what the text names
 */
public record Problem(int line, String message, List<String> details) {
    public Problem {
        details = List.copyOf(details);
    }
}
