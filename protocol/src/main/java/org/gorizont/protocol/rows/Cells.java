// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gorizont.protocol.domain.GradeBand;
import org.gorizont.protocol.domain.Texts;
import org.gorizont.protocol.domain.UnfitField;
import org.gorizont.protocol.domain.Vocabulary;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;

/** Reads the cells of one row; what cannot be read is told to the problems, and the row counts as bad. */
final class Cells {
    /** A cell that a spreadsheet would calculate: text may begin with a hyphen and a space, or be a number. */
    private static final Pattern FORMULA = Pattern.compile("[=@].*|[+-](?![0-9 ()./,-]*$)(?!\\s).*", Pattern.DOTALL);

    private static final Pattern BAND = Pattern.compile("([0-9]{1,2})\\s*(?:[-–—]\\s*([0-9]{1,2}))?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final Row row;
    private final Header header;
    private final Function<String, Vocabulary> words;
    private final Consumer<RowProblem> problems;
    private boolean bad;

    Cells(Row row, Header header, Function<String, Vocabulary> words, Consumer<RowProblem> problems) {
        this.row = row;
        this.header = header;
        this.words = words;
        this.problems = problems;
        row.cells().forEach((column, text) -> {
            if (FORMULA.matcher(text).matches()) {
                report(header.label(column), "formula", text);
            }
        });
    }

    boolean isBad() {
        return bad;
    }

    long line() {
        return row.line();
    }

    String text(Column column) {
        String text = Texts.tidied(row.cell(column));
        if (text.isEmpty() && column.required()) {
            report(column, "required");
        }
        return text;
    }

    int number(Column column, int otherwise) {
        String text = text(column);
        if (text.isEmpty()) {
            return otherwise;
        }
        // Spreadsheets write whole numbers as "3.0" or "3,0".
        String whole = text.replaceFirst("[.,]0+$", "");
        if (!whole.matches("[+-]?[0-9]{1,9}")) {
            report(column, "number", text);
            return otherwise;
        }
        return Integer.parseInt(whole);
    }

    Optional<LocalDate> date(Column column) {
        return parsed(column, "date", TypedDate::of);
    }

    Optional<LocalTime> time(Column column) {
        return parsed(
                column,
                "time",
                text -> LocalTime.parse(
                        text.replaceFirst(":00$", "").contains(":")
                                ? text.replaceFirst("^([0-9]{1,2}:[0-9]{2}):00$", "$1")
                                : text,
                        TIME));
    }

    boolean flag(Column column) {
        String text = text(column).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "", "нет", "no", "0", "false", "ложь" -> false;
            case "да", "yes", "1", "true", "истина", "+" -> true;
            default -> {
                report(column, "flag", text);
                yield false;
            }
        };
    }

    String code(Column column, String vocabulary) {
        String text = text(column);
        return text.isEmpty() ? "" : words.apply(vocabulary).codeOf(text);
    }

    List<String> codes(Column column, String vocabulary) {
        List<String> codes = new ArrayList<>();
        for (String word : words(column)) {
            String code = words.apply(vocabulary).codeOf(word);
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
        return codes;
    }

    List<String> words(Column column) {
        List<String> words = new ArrayList<>();
        for (String word : text(column).split("[|;]")) {
            if (!word.isBlank() && !words.contains(word.strip())) {
                words.add(word.strip());
            }
        }
        return words;
    }

    Optional<GradeBand> grades(Column column) {
        String text = text(column);
        var band = BAND.matcher(text);
        if (text.isEmpty()) {
            return Optional.empty();
        } else if (!band.matches()) {
            report(column, "grades", text);
            return Optional.empty();
        }
        int from = Integer.parseInt(band.group(1));
        int to = band.group(2) == null ? from : Integer.parseInt(band.group(2));
        try {
            return Optional.of(new GradeBand(from, to));
        } catch (UnfitField _) {
            report(column, "grades", text);
            return Optional.empty();
        }
    }

    /**
     * The record that the row is; a row before that is the same one makes this one bad.
     *
     * @param lines of the records so far
     */
    RecordId record(Column id, Kind kind, Map<RecordId, Long> lines) {
        RecordId record = RowIds.of(kind, text(id));
        Long before = lines.putIfAbsent(record, line());
        if (before != null) {
            report(id, "duplicate", before);
        }
        return record;
    }

    /** Makes a value whose rules the row may break; the field of the broken rule leads to its column. */
    <T> Optional<T> made(Supplier<T> maker, Function<String, String> columnOfField) {
        try {
            return bad ? Optional.empty() : Optional.of(maker.get());
        } catch (UnfitField e) {
            String column = header.label(columnOfField.apply(e.field()));
            if (e.limit() == 0) {
                report(column, "unfit", e.problem());
            } else {
                report(column, "unfit-limit", e.problem(), e.limit());
            }
            return Optional.empty();
        }
    }

    void report(Column column, String reason, Object... values) {
        report(header.label(column.name()), reason, values);
    }

    private void report(String column, String reason, Object... values) {
        bad = true;
        problems.accept(RowProblem.of(row.line(), column, reason, values));
    }

    private <T> Optional<T> parsed(Column column, String reason, Function<String, T> parser) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException _) {
            report(column, reason, text);
            return Optional.empty();
        }
    }
}
