// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;

/** Cells, quotes and lines of a table, and where it is broken. */
final class CsvRowsTest {
    private static final List<Column> COLUMNS =
            List.of(Column.required("id", "код"), Column.optional("title", "название"));

    private final List<RowProblem> problems = new ArrayList<>();

    @Test
    void quotesHoldSeparatorsLinesAndQuotes() throws UnreadableTable {
        List<Row> rows = rows("код;название\n1;\"а;б\"\n2;\"первая\nвторая \"\"так\"\"\" \n3;\"\"\n");

        assertEquals(
                List.of(row(2, "1", "а;б"), row(3, "2", "первая\nвторая \"так\""), new Row(5, Map.of("id", "3"))),
                rows);
    }

    @Test
    void everyKindOfLineEndCountsOnce() throws UnreadableTable {
        assertEquals(List.of(row(2, "1", "a"), row(4, "2", "b")), rows("id;title\r\n1;a\r\n\r\n2;b"));
        assertEquals(List.of(row(2, "1", "a"), row(3, "2", "b")), rows("id;title\r1;a\r2;b\r"));
    }

    @Test
    void aRowWithOtherCellsIsNamedAndPassedOver() throws UnreadableTable {
        assertEquals(List.of(row(3, "2", "b")), rows("id;title\n1;a;b\n2;b\n"));
        assertEquals(List.of(RowProblem.of(2, "", "fields", 3, 2)), problems);
    }

    @Test
    void brokenQuotesAreNamedByLineAndColumnU12() {
        assertBroken(UnreadableTable.Reason.OPEN_QUOTE, "id;title\n1;a\n2;\"b\n3;c\n", 3L, 2);
        assertBroken(UnreadableTable.Reason.AFTER_QUOTE, "id;title\n\"1\"x;a\n", 2L, 1);
        assertBroken(UnreadableTable.Reason.TOO_LONG, "id;title\n1;" + "x".repeat(131_073) + "\n", 2L, 2);
        assertBroken(UnreadableTable.Reason.TOO_LONG, "id;title\n" + "x;".repeat(300) + "\n", 2L, 257);
        assertBroken(UnreadableTable.Reason.EMPTY, "\n \n");
        assertBroken(UnreadableTable.Reason.COLUMN, "id;wat\n", "wat");
        assertBroken(UnreadableTable.Reason.TWICE, "id;код\n", "код");
        assertBroken(UnreadableTable.Reason.HEADER, "title\n", "код / id");
    }

    private void assertBroken(UnreadableTable.Reason reason, String text, Object... values) {
        UnreadableTable broken = assertThrows(UnreadableTable.class, () -> rows(text));
        assertEquals(reason, broken.reason());
        assertEquals(List.of(values), broken.values());
    }

    private List<Row> rows(String text) throws UnreadableTable {
        PrimitiveIterator.OfInt characters = text.chars().iterator();
        RowReader reader =
                CsvRows.open(() -> characters.hasNext() ? characters.nextInt() : -1, ';', new Header(COLUMNS));
        List<Row> rows = new ArrayList<>();
        for (Optional<Row> row = reader.next(problems::add); row.isPresent(); row = reader.next(problems::add)) {
            rows.add(row.get());
        }
        return rows;
    }

    private static Row row(long line, String id, String title) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", id);
        cells.put("title", title);
        return new Row(line, cells);
    }
}
