// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;

/** One file to import: read as often as needed, a row at a time. */
final class ImportFile {
    private final TextFile text;
    private final Optional<Character> separator;
    private final Supplier<RowMaker> makers;
    private final Messages messages;

    private ImportFile(TextFile text, Optional<Character> separator, Supplier<RowMaker> makers, Messages messages) {
        this.text = text;
        this.separator = separator;
        this.makers = makers;
        this.messages = messages;
    }

    static ImportFile open(Path path, Supplier<RowMaker> makers, Messages messages) {
        TextFile text = TextFile.open(path);
        try {
            String first = text.firstLine().orElseThrow(() -> Failure.of("import-empty", path));
            return new ImportFile(
                    text,
                    isJson(path, first)
                            ? Optional.empty()
                            : Optional.of(CsvRows.separator(text, makers.get().columns())),
                    makers,
                    messages);
        } catch (IOException e) {
            throw Failure.unread(path, e);
        }
    }

    /** Key of the words for the form of the file. */
    String form() {
        return separator
                .map(c -> switch (c) {
                    case ',' -> "delimiter.comma";
                    case ';' -> "delimiter.semicolon";
                    default -> "delimiter.tab";
                })
                .orElse("delimiter.json");
    }

    TextFile text() {
        return text;
    }

    /** Reads all rows; problems and items come in the order of the file, then those that need the whole file. */
    long read(Consumer<RowProblem> problems, Consumer<Item> taker) {
        RowMaker maker = makers.get();
        Header header = new Header(maker.columns());
        long rows = 0;
        try (RowReader reader = open(header)) {
            for (Optional<Row> row = reader.next(problems); row.isPresent(); row = reader.next(problems)) {
                maker.row(new Cells(row.get(), header, messages, problems), taker);
                rows++;
            }
            maker.end(problems, taker);
            return rows;
        } catch (IOException e) {
            throw Failure.of("cannot-read", text.path(), String.valueOf(e.getMessage()));
        }
    }

    private RowReader open(Header header) throws IOException {
        return separator.isPresent()
                ? CsvRows.open(text, separator.get(), header)
                : new JsonRows(text.reader(), header);
    }

    private static boolean isJson(Path path, String firstLine) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return List.of(".jsonl", ".ndjson", ".json").stream().anyMatch(name::endsWith)
                || firstLine.strip().startsWith("{");
    }
}
