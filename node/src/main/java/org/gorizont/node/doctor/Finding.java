// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that was found.
 *
 * @param values for its words, as {@link Diagnosis} says; without line breaks and tabs
 */
public record Finding(Diagnosis what, List<String> values) {
    /** Longest value; longer ones are messages of others, whose beginning says enough. */
    private static final int LONGEST = 400;

    public Finding {
        values = values.stream().map(Finding::oneLine).toList();
    }

    static Finding of(Diagnosis what, Object... values) {
        return new Finding(what, Stream.of(values).map(String::valueOf).toList());
    }

    private static String oneLine(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
