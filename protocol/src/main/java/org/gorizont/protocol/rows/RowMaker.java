// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.List;
import java.util.function.Consumer;

/** Turns rows of one kind of file into records. */
interface RowMaker {
    List<Column> columns();

    /** Takes a row in; what it makes goes to {@code taker} now or at the end. */
    void row(Cells cells, Consumer<Item> taker);

    /** No more rows: whoever has collected some makes the rest. */
    default void end(Consumer<RowProblem> problems, Consumer<Item> taker) {}
}
