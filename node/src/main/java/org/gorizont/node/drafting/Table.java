// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.TreeSet;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.domain.Vocabulary;
import org.gorizont.protocol.rows.CsvRows;
import org.gorizont.protocol.rows.Item;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.rows.RowProblem;
import org.gorizont.protocol.rows.UnreadableTable;

/**
 * What was found in a table that somebody has uploaded.
 *
 * @param rows with cells, good and bad
 * @param items records that the good rows make, as many as are kept
 * @param records how many there are of them
 * @param problems as many as are kept
 * @param badRows rows with a problem
 */
public record Table(RowKind kind, long rows, List<Item> items, long records, List<RowProblem> problems, long badRows) {
    /** Problems that are kept; further ones are only counted. */
    public static final int PROBLEMS = 200;
    /** Records that are kept: one draft more than a desk holds, so that too many are seen as such. */
    public static final int ITEMS = Desk.SHEETS + 1;

    public Table {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a table of CSV.
     *
     * @throws UnreadableTable if its columns are not known, or a quote in it is broken
     */
    public static Table read(RowKind kind, String text, Vocabularies words) throws UnreadableTable {
        Finding finding = new Finding();
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = CsvRows.separator(first, kind.columns());
        PrimitiveIterator.OfInt characters = text.chars().iterator();
        long rows = kind.read(
                header -> CsvRows.open(() -> characters.hasNext() ? characters.nextInt() : -1, separator, header),
                name -> vocabulary(words, name),
                finding::problem,
                finding::item);
        return new Table(kind, rows, finding.items, finding.records, finding.problems, finding.badLines.size());
    }

    /** Names nothing of the content: this may come into a log line by mistake. */
    @Override
    public String toString() {
        return "table of " + rows + " rows (LOCAL)";
    }

    private static Vocabulary vocabulary(Vocabularies words, String name) {
        return words.of(Field.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static final class Finding {
        private final List<Item> items = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private final TreeSet<Long> badLines = new TreeSet<>();
        private long records;

        void problem(RowProblem problem) {
            badLines.add(problem.line());
            if (problems.size() < PROBLEMS) {
                problems.add(problem);
            }
        }

        void item(Item item) {
            if (RecordCodec.encode(item.card()).size() > Limits.BODY_BYTES) {
                problem(RowProblem.of(item.line(), "", "too-large", Limits.BODY_BYTES));
                return;
            }
            records++;
            if (items.size() < ITEMS) {
                items.add(item);
            }
        }
    }
}
