// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;

/**
 * What is wrong with one row.
 *
 * @param column name as in the file; empty when it is the row as a whole
 * @param reason key behind {@code import.reason.}
 */
public record RowProblem(long line, String column, String reason, String first, String second) {
    private static final int SHOWN = 60;

    static RowProblem of(long line, String column, String reason, Object... values) {
        return new RowProblem(line, column, reason, value(values, 0), value(values, 1));
    }

    private static String value(Object[] values, int i) {
        String value = i < values.length ? Safe.line(String.valueOf(values[i])) : "";
        return value.length() > SHOWN ? value.substring(0, value.offsetByCodePoints(0, SHOWN / 2)) + "…" : value;
    }

    public String text(Messages messages) {
        String why = messages.of("import.reason." + reason, first, second);
        return column.isEmpty()
                ? messages.of("import.bad-row-whole", line, why)
                : messages.of("import.bad-row", line, Safe.line(column), why);
    }
}
