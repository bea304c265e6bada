// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.cli.text.Failure;

/** What the columns of one file are, and what they are called there. */
final class Header {
    private final List<Column> known;
    private final Map<String, String> labels = new LinkedHashMap<>();

    Header(List<Column> known) {
        this.known = known;
    }

    /** How many of these words name a column. */
    static long recognised(List<Column> known, List<String> words) {
        return words.stream()
                .filter(word -> known.stream().anyMatch(column -> column.isCalled(word)))
                .count();
    }

    /** Columns in the order of the first line. */
    List<String> take(Path file, List<String> words) {
        List<String> names = new ArrayList<>();
        for (String word : words) {
            Column column = find(word).orElseThrow(() -> Failure.of("import-column", file, word));
            if (labels.put(column.name(), word.strip()) != null) {
                throw Failure.of("import-twice", file, word);
            }
            names.add(column.name());
        }
        for (Column column : known) {
            if (column.required() && !labels.containsKey(column.name())) {
                throw Failure.of("import-header", file, shown(column));
            }
        }
        return names;
    }

    Optional<Column> find(String word) {
        return known.stream().filter(column -> column.isCalled(word)).findFirst();
    }

    /** A field of a JSON line is called as it is there. */
    void label(Column column, String word) {
        labels.putIfAbsent(column.name(), word);
    }

    String label(String column) {
        return labels.getOrDefault(column, column);
    }

    private static String shown(Column column) {
        return column.aliases().isEmpty() ? column.name() : column.aliases().getFirst() + " / " + column.name();
    }
}
