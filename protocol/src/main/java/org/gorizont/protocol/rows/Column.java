// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.List;
import java.util.Locale;

/** A column of an import file: its name in English, how else it may be called, whether a row can do without. */
public record Column(String name, List<String> aliases, boolean required) {
    public Column {
        aliases = List.copyOf(aliases);
    }

    static Column required(String name, String... aliases) {
        return new Column(name, List.of(aliases), true);
    }

    static Column optional(String name, String... aliases) {
        return new Column(name, List.of(aliases), false);
    }

    /** The name with the first of the others. */
    String shown() {
        return aliases.isEmpty() ? name : aliases.getFirst() + " / " + name;
    }

    boolean isCalled(String header) {
        String word = folded(header);
        return folded(name).equals(word)
                || aliases.stream().anyMatch(alias -> folded(alias).equals(word));
    }

    private static String folded(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[\\s_-]+", " ");
    }
}
