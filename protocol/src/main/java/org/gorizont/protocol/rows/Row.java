// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a file.
 *
 * @param line where it begins, from 1
 * @param cells by the name of their column, stripped; empty ones may be missing
 */
public record Row(long line, Map<String, String> cells) {
    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    String cell(Column column) {
        return cells.getOrDefault(column.name(), "");
    }
}
