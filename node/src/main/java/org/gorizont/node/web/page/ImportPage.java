// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gorizont.node.drafting.Table;
import org.gorizont.protocol.rows.Column;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.rows.RowProblem;

/**
 * «Взять таблицу»: a file that becomes drafts.
 *
 * @param kinds of which whoever reads may write drafts
 * @param mebibytes that a file may have
 * @param refused why nothing was read or taken a moment ago
 * @param table what was found in the file that waits for a decision
 * @param room drafts that the desk still takes
 */
public record ImportPage(
        Frame frame, List<RowKind> kinds, long mebibytes, Optional<Refused> refused, Optional<Table> table, int room) {
    public ImportPage {
        kinds = List.copyOf(kinds);
    }

    /** Key of a phrase and its values. */
    public record Refused(String key, List<Object> values) {
        public Refused {
            values = List.copyOf(values);
        }
    }

    public String problem() {
        return refused.map(why -> frame.say(why.key, why.values.toArray())).orElse("");
    }

    public String kind(RowKind kind) {
        return frame.say("import.kind." + kind.code());
    }

    /** The columns of a table of this kind; those that no row can do without are marked. */
    public String columns(RowKind kind) {
        return kind.columns().stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(Column column) {
        boolean russian = frame.words().language().code().equals("ru");
        String name = russian && !column.aliases().isEmpty() ? column.aliases().getFirst() : column.name();
        return column.required() ? name + "*" : name;
    }

    public String reason(RowProblem problem) {
        String first = problem.reason().startsWith("unfit") ? frame.say("unfit." + problem.first()) : problem.first();
        return frame.say("import.reason." + problem.reason(), first, problem.second());
    }

    public String found(Table found) {
        return frame.say("import.found", found.rows(), found.records(), found.badRows());
    }

    /** Problems behind those that are shown. */
    public boolean hasMore(Table found) {
        return found.problems().size() == Table.PROBLEMS;
    }

    public String take(Table found) {
        return found.badRows() == 0
                ? frame.words().count("import.take.all", found.records())
                : frame.words().count("import.take.some", found.records()) + " "
                        + frame.words().count("import.leave", found.badRows());
    }

    public boolean fits(Table found) {
        return found.records() > 0 && found.records() <= room;
    }
}
