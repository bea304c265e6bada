// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

/**
 * What is wrong with one row.
 *
 * @param column name as in the file; empty when it is the row as a whole
 * @param reason part of the key of the words for it
 */
public record RowProblem(long line, String column, String reason, String first, String second) {
    private static final int SHOWN = 60;

    public static RowProblem of(long line, String column, String reason, Object... values) {
        return new RowProblem(line, column, reason, value(values, 0), value(values, 1));
    }

    private static String value(Object[] values, int i) {
        String value = i < values.length ? String.valueOf(values[i]) : "";
        return value.length() > SHOWN ? value.substring(0, value.offsetByCodePoints(0, SHOWN / 2)) + "…" : value;
    }
}
