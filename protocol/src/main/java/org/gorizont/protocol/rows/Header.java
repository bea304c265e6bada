// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the columns of one file are, and what they are called there. */
public final class Header {
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
    List<String> take(List<String> words) throws UnreadableTable {
        List<String> names = new ArrayList<>();
        for (String word : words) {
            Column column = find(word).orElseThrow(() -> new UnreadableTable(UnreadableTable.Reason.COLUMN, word));
            if (labels.put(column.name(), word.strip()) != null) {
                throw new UnreadableTable(UnreadableTable.Reason.TWICE, word);
            }
            names.add(column.name());
        }
        for (Column column : known) {
            if (column.required() && !labels.containsKey(column.name())) {
                throw new UnreadableTable(UnreadableTable.Reason.HEADER, column.shown());
            }
        }
        return names;
    }

    /** The column that is called so. */
    public Optional<Column> find(String word) {
        return known.stream().filter(column -> column.isCalled(word)).findFirst();
    }

    /** A field of a JSON line is called as it is there. */
    public void label(Column column, String word) {
        labels.putIfAbsent(column.name(), word);
    }

    String label(String column) {
        return labels.getOrDefault(column, column);
    }
}
