// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Optional;

/**
 * «Звонки»: when lessons begin and end.
 *
 * @param rows as they are typed; a row without times is none
 * @param zone field with the time zone
 * @param problems in words
 * @param back id of the draft from which whoever types has come; empty if from nowhere
 * @param example whether the rows are only proposed
 */
public record BellsPage(
        Frame frame,
        List<Row> rows,
        int days,
        FieldView zone,
        List<String> problems,
        String back,
        boolean example,
        boolean saved) {
    public BellsPage {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** One lesson as it is typed. */
    public record Row(String shift, String number, String start, String end) {
        public static final Row BLANK = new Row("1", "", "", "");

        public boolean isBlank() {
            return start.isBlank() && end.isBlank();
        }
    }

    public Optional<String> wayBack() {
        return back.isEmpty() ? Optional.empty() : Optional.of(Links.sheet(back));
    }

    /** A label that tells the fields of one row from those of the others. */
    public String label(String field, int row) {
        return frame.say("bells." + field + ".of", row + 1);
    }
}
