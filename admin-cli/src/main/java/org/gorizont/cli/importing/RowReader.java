// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows of a file, one after another. Rows that cannot be read as such go to the problems and are left out. */
interface RowReader extends AutoCloseable {
    /** The next row; empty at the end. */
    Optional<Row> next(Consumer<RowProblem> problems) throws IOException;

    @Override
    void close() throws IOException;
}
