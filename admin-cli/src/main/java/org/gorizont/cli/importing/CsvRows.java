// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorizont.cli.text.Failure;

/** Rows of a CSV file (RFC 4180, with any of three separators). The first line names the columns. */
final class CsvRows implements RowReader {
    private static final int FIELD_CHARACTERS = 128 * 1024;
    private static final int RECORD_CHARACTERS = 512 * 1024;
    private static final int FIELDS = 256;
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    private final Path path;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private long line;

    private CsvRows(Path path, CsvReader<CsvRecord> reader, Header header) {
        this.path = path;
        this.reader = reader;
        this.records = reader.iterator();
        CsvRecord first = advance().orElseThrow(() -> Failure.of("import-empty", path));
        this.columns = header.take(path, first.getFields());
    }

    static CsvRows open(TextFile file, char separator, Header header) throws IOException {
        return new CsvRows(file.path(), csv(separator, file), header);
    }

    /** The separator with which most words of the first line name columns. */
    static char separator(TextFile file, List<Column> known) throws IOException {
        String line = file.firstLine().orElseThrow(() -> Failure.of("import-empty", file.path()));
        char best = SEPARATORS.getFirst();
        long most = -1;
        for (char separator : SEPARATORS) {
            long recognised =
                    Header.recognised(known, List.of(line.replace("\"", "").split(String.valueOf(separator))));
            if (recognised > most) {
                best = separator;
                most = recognised;
            }
        }
        return best;
    }

    @Override
    public Optional<Row> next(Consumer<RowProblem> problems) {
        for (Optional<CsvRecord> record = advance(); record.isPresent(); record = advance()) {
            List<String> fields = record.get().getFields();
            if (fields.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (fields.size() != columns.size()) {
                problems.accept(RowProblem.of(line, "", "fields", fields.size(), columns.size()));
                continue;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                if (!fields.get(i).isBlank()) {
                    cells.put(columns.get(i), fields.get(i).strip());
                }
            }
            return Optional.of(new Row(line, cells));
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private Optional<CsvRecord> advance() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return Optional.of(record);
        } catch (CsvParseException e) {
            throw Failure.of("import-broken", path, line + 1, String.valueOf(e.getMessage()));
        }
    }

    private static CsvReader<CsvRecord> csv(char separator, TextFile file) throws IOException {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(FIELDS)
                .maxFieldSize(FIELD_CHARACTERS)
                .maxRecordSize(RECORD_CHARACTERS)
                .build();
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(RECORD_CHARACTERS)
                .build(handler, file.reader());
    }
}
