// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.util.Map;

/**
 * One row of a file.
 *
 * @param line where it begins, from 1
 * @param cells by the name of their column, stripped; empty ones may be missing
 */
record Row(long line, Map<String, String> cells) {
    Row {
        cells = Map.copyOf(cells);
    }

    String cell(Column column) {
        return cells.getOrDefault(column.name(), "");
    }
}
