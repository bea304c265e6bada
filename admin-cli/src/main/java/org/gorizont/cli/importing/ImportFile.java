// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Words;
import org.gorizont.protocol.rows.CsvRows;
import org.gorizont.protocol.rows.Header;
import org.gorizont.protocol.rows.Item;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.rows.RowProblem;
import org.gorizont.protocol.rows.RowReader;
import org.gorizont.protocol.rows.UnreadableTable;

/** One file to import: read as often as needed, a row at a time. */
final class ImportFile {
    private final TextFile text;
    private final Optional<Character> separator;
    private final RowKind kind;

    private ImportFile(TextFile text, Optional<Character> separator, RowKind kind) {
        this.text = text;
        this.separator = separator;
        this.kind = kind;
    }

    static ImportFile open(Path path, RowKind kind) {
        TextFile text = TextFile.open(path);
        try {
            String first = text.firstLine().orElseThrow(() -> Failure.of("import-empty", path));
            return new ImportFile(
                    text,
                    isJson(path, first) ? Optional.empty() : Optional.of(CsvRows.separator(first, kind.columns())),
                    kind);
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
        try (BufferedReader reader = text.reader()) {
            return kind.read(header -> open(reader, header), Words::vocabulary, problems, taker);
        } catch (UnreadableTable e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw Failure.of("cannot-read", text.path(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw Failure.of("cannot-read", text.path(), String.valueOf(e.getMessage()));
        }
    }

    private RowReader open(BufferedReader reader, Header header) throws UnreadableTable {
        return separator.isPresent()
                ? CsvRows.open(() -> next(reader), separator.get(), header)
                : new JsonRows(reader, header);
    }

    private static int next(BufferedReader reader) {
        try {
            return reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Failure unreadable(UnreadableTable why) {
        Object[] values =
                Stream.concat(Stream.of(text.path()), why.values().stream()).toArray();
        return switch (why.reason()) {
            case EMPTY -> Failure.of("import-empty", values);
            case HEADER -> Failure.of("import-header", values);
            case COLUMN -> Failure.of("import-column", values);
            case TWICE -> Failure.of("import-twice", values);
            case OPEN_QUOTE -> Failure.of("import-open-quote", values);
            case AFTER_QUOTE -> Failure.of("import-after-quote", values);
            case TOO_LONG -> Failure.of("import-too-long", values);
        };
    }

    private static boolean isJson(Path path, String firstLine) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return List.of(".jsonl", ".ndjson", ".json").stream().anyMatch(name::endsWith)
                || firstLine.strip().startsWith("{");
    }
}
