// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.support;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a line of a program what might name somebody or open something. Rather too much than too little: what is left
 * are English words of this program and its libraries, times and small numbers.
 */
final class Redaction {
    /** A longer line is some content, not a message. */
    static final int LINE = 400;

    /** In this order: what is wide first. */
    private static final List<Step> STEPS = List.of(
            step("[\\w.+-]+@[\\w.-]+", "<mail>"),
            step("GZ\\d-[\\w-]+", "<code>"),
            step("(?:[A-Za-z]:)?(?:[\\\\/][^\\s\"',;:()<>|]+){2,}[\\\\/]?", "<path>"),
            step("\"[^\"]*\"|'[^']*'|«[^»]*»|“[^”]*”", "<text>"),
            step("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b", "<address>"),
            step("\\[?(?:[0-9a-fA-F]{0,4}:){3,7}[0-9a-fA-F]{0,4}]?", "<address>"),
            step("\\b(?:[a-z0-9-]+\\.)+[a-z]{2,}(?::\\d+)\\b", "<address>"),
            // Ids, keys and tokens: long, with a digit.
            step("(?=[A-Za-z_+/=-]*\\d)[A-Za-z0-9_+/=-]{12,}", "<id>"),
            step("\\+?\\d[\\d ()-]{6,}\\d", "<number>"),
            step("[\\p{L}&&[^A-Za-z]][\\p{L}\\p{M}\\d .,«»\"-]*", "<text>"));

    private final List<String> known;

    /** @param known words that must not be left, in whatever letters, the longest first */
    Redaction(List<String> known) {
        this.known = List.copyOf(known);
    }

    private record Step(Pattern pattern, String instead) {}

    private static Step step(String pattern, String instead) {
        return new Step(Pattern.compile(pattern), instead);
    }

    String of(String line) {
        String left = line.length() > LINE ? line.substring(0, LINE) : line;
        left = left.replaceAll("\\p{Cntrl}", " ");
        for (Step step : STEPS) {
            left = step.pattern().matcher(left).replaceAll(step.instead());
        }
        for (String word : known) {
            left = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(left)
                    .replaceAll("<known>");
        }
        return left;
    }
}
