// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.protocol.rows.RowProblem;

/** What is wrong with a row, in words that are safe for a terminal. */
public final class RowText {
    private RowText() {}

    public static String of(RowProblem problem, Messages messages) {
        boolean unfit = problem.reason().startsWith("unfit");
        String first = unfit ? messages.word("unfit", problem.first()) : Safe.line(problem.first());
        String why = messages.of("import.reason." + problem.reason(), first, Safe.line(problem.second()));
        return problem.column().isEmpty()
                ? messages.of("import.bad-row-whole", problem.line(), why)
                : messages.of("import.bad-row", problem.line(), Safe.line(problem.column()), why);
    }
}
