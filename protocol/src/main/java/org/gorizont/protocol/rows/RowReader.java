// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.Optional;
import java.util.function.Consumer;

/** Rows of a table, one after another. Rows that cannot be read as such go to the problems and are left out. */
public interface RowReader {
    /**
     * The next row; empty at the end.
     *
     * @throws UnreadableTable if nothing behind can be read
     */
    Optional<Row> next(Consumer<RowProblem> problems) throws UnreadableTable;
}
