// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Rows of a CSV table (RFC 4180, with any of three separators). The first line names the columns. */
public final class CsvRows implements RowReader {
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    private final CsvCells cells;
    private final List<String> columns;

    private CsvRows(CsvCells cells, List<String> columns) {
        this.cells = cells;
        this.columns = columns;
    }

    /**
     * Reads the first line.
     *
     * @param characters one after another, -1 at the end
     * @param header is told what the columns are called
     */
    public static CsvRows open(IntSupplier characters, char separator, Header header) throws UnreadableTable {
        CsvCells cells = new CsvCells(characters, separator);
        List<String> first = cells.next().orElseThrow(() -> new UnreadableTable(UnreadableTable.Reason.EMPTY));
        return new CsvRows(cells, header.take(first));
    }

    /** The separator with which most words of the first line name columns. */
    public static char separator(String firstLine, List<Column> known) {
        char best = SEPARATORS.getFirst();
        long most = -1;
        for (char separator : SEPARATORS) {
            long recognised =
                    Header.recognised(known, List.of(firstLine.replace("\"", "").split(String.valueOf(separator))));
            if (recognised > most) {
                best = separator;
                most = recognised;
            }
        }
        return best;
    }

    @Override
    public Optional<Row> next(Consumer<RowProblem> problems) throws UnreadableTable {
        for (Optional<List<String>> record = cells.next(); record.isPresent(); record = cells.next()) {
            List<String> fields = record.get();
            if (fields.size() != columns.size()) {
                problems.accept(RowProblem.of(cells.line(), "", "fields", fields.size(), columns.size()));
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                if (!fields.get(i).isBlank()) {
                    row.put(columns.get(i), fields.get(i).strip());
                }
            }
            return Optional.of(new Row(cells.line(), row));
        }
        return Optional.empty();
    }

    /** Splits characters into records of cells; records that are blank are passed over. */
    private static final class CsvCells {
        private static final int FIELD_CHARACTERS = 128 * 1024;
        private static final int RECORD_CHARACTERS = 512 * 1024;
        private static final int FIELDS = 256;
        private static final int END = -1;

        private final IntSupplier characters;
        private final char separator;
        private int current;
        private long nextLine = 1;
        private long line;
        private int characterCount;

        CsvCells(IntSupplier characters, char separator) {
            this.characters = characters;
            this.separator = separator;
            this.current = characters.getAsInt();
        }

        /** The line in which the last record begins, from 1. */
        long line() {
            return line;
        }

        Optional<List<String>> next() throws UnreadableTable {
            while (current != END) {
                List<String> fields = record();
                if (!fields.stream().allMatch(String::isBlank)) {
                    return Optional.of(fields);
                }
            }
            return Optional.empty();
        }

        private List<String> record() throws UnreadableTable {
            line = nextLine;
            characterCount = 0;
            List<String> fields = new ArrayList<>();
            fields.add(field(1));
            while (current == separator) {
                advance();
                if (fields.size() == FIELDS) {
                    throw broken(UnreadableTable.Reason.TOO_LONG, FIELDS + 1);
                }
                fields.add(field(fields.size() + 1));
            }
            lineEnd();
            return fields;
        }

        private String field(int column) throws UnreadableTable {
            StringBuilder field = new StringBuilder();
            if (current == '"') {
                quoted(field, column);
            }
            while (current != separator && current != END && current != '\n' && current != '\r') {
                take(field, column);
            }
            return field.toString();
        }

        private void quoted(StringBuilder field, int column) throws UnreadableTable {
            advance();
            boolean open = true;
            while (open) {
                if (current == END) {
                    throw broken(UnreadableTable.Reason.OPEN_QUOTE, column);
                } else if (current == '"') {
                    advance();
                    open = current == '"';
                }
                if (open) {
                    nextLine += current == '\n' ? 1 : 0;
                    take(field, column);
                }
            }
            while (current == ' ') {
                advance();
            }
            if (current != separator && current != END && current != '\n' && current != '\r') {
                throw broken(UnreadableTable.Reason.AFTER_QUOTE, column);
            }
        }

        private void take(StringBuilder field, int column) throws UnreadableTable {
            if (field.length() == FIELD_CHARACTERS || ++characterCount > RECORD_CHARACTERS) {
                throw broken(UnreadableTable.Reason.TOO_LONG, column);
            }
            field.append((char) current);
            advance();
        }

        private void lineEnd() {
            if (current == '\r') {
                advance();
                nextLine++;
                if (current == '\n') {
                    advance();
                }
            } else if (current == '\n') {
                advance();
                nextLine++;
            }
        }

        private void advance() {
            current = characters.getAsInt();
        }

        private UnreadableTable broken(UnreadableTable.Reason reason, int column) {
            return new UnreadableTable(reason, line, column);
        }
    }
}
