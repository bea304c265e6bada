// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.rows.Item;
import org.gorizont.protocol.rows.RowIds;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.rows.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportTest {
    private static final Messages RUSSIAN = new Messages(Messages.Language.RU);
    private static final String HEADER = "код;вид;название;количество\n";

    @TempDir
    Path folder;

    private final List<Item> items = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();

    @Test
    void readsRussianAndEnglishHeadersWithAnySeparator() throws Exception {
        read(RowKind.RESOURCES, "код;вид;название;количество;мест\nр1;Микроскоп;Микроскоп школьный;5;2\n");
        read(RowKind.RESOURCES, "id,kind,title,quantity,seats\nр1,microscope,Микроскоп школьный,5,2\n");
        read(
                RowKind.RESOURCES,
                "ID\tKind\tTitle\tQuantity\tSeats\nр1\tцифровой микроскоп\tМикроскоп школьный\t5.0\t2\n");

        assertEquals(List.of(), problems);
        assertEquals(1, items.stream().map(Item::card).distinct().count());
        assertEquals(1, items.stream().map(Item::record).distinct().count());
        assertEquals("microscope", ((ResourceCard) items.getFirst().card()).resourceKind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16LE", "UTF-16BE"})
    void findsTheEncodingOut(String charset) throws Exception {
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        Path file = folder.resolve("file.csv");
        Files.writeString(file, mark + HEADER + "1;микроскоп;Цифровой микроскоп «Ёлка»;3\n", Charset.forName(charset));

        read(RowKind.RESOURCES, file);

        assertEquals("Цифровой микроскоп «Ёлка»", resource(0).title());
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        read(RowKind.RESOURCES, "\uFEFF" + HEADER + "1;микроскоп;Микроскоп;3\n");

        assertEquals(1, items.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KOI8-R", "IBM866"})
    void otherEncodingsAreRefusedAndNotGuessed(String charset) throws Exception {
        Path file = folder.resolve("file.csv");
        Files.writeString(file, HEADER + "1;микроскоп;школьный прибор для опытов;3\n", Charset.forName(charset));

        Failure failure = assertThrows(Failure.class, () -> read(RowKind.RESOURCES, file));

        assertEquals("import-encoding", failure.code());
    }

    @Test
    void everyBadRowIsNamedWithItsColumnAndReason() throws Exception {
        read(
                RowKind.RESOURCES,
                HEADER
                        + "1;микроскоп;Микроскоп;пять\n"
                        + "2;микроскоп;;3\n"
                        + ";;;\n"
                        + "3;микроскоп;Микроскоп;0\n"
                        + "4;микроскоп;" + "х".repeat(201) + ";1\n"
                        + "5;микроскоп;Микроскоп\n"
                        + "6;микроскоп;Годный;1\n");

        assertEquals(
                List.of(
                        "строка 2, столбец «количество»: не целое число: пять",
                        "строка 3, столбец «название»: не заполнено",
                        "строка 5, столбец «количество»: вне допустимых пределов, предел 1",
                        "строка 6, столбец «название»: слишком длинно, предел 200",
                        "строка 7: в строке 3 полей, а столбцов 4"),
                texts());
        assertEquals(1, items.size());
    }

    @Test
    void sameIdTwiceIsABadRowThatNamesTheFirst() throws Exception {
        read(RowKind.RESOURCES, HEADER + "1;микроскоп;Один;1\n2;микроскоп;Два;1\n1;микроскоп;Три;1\n");

        assertEquals(List.of("строка 4, столбец «код»: такой же код в строке 2"), texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "=HYPERLINK(\"http://x\")", "@SUM(A1)", "+A1", "-2+3+cmd|' /C calc'!A0", "-A1"})
    void formulasAreRefused(String cell) throws Exception {
        read(RowKind.RESOURCES, HEADER + "1;микроскоп;\"" + cell.replace("\"", "\"\"") + "\";1\n");

        assertTrue(texts().getFirst().contains("похоже на формулу"), texts().toString());
        assertEquals(List.of(), items);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- взять пробу", "-5", "+7 (384) 00-00", "а=б", "1-2"})
    void ordinaryTextWithSignsIsNoFormula(String cell) throws Exception {
        read(RowKind.RESOURCES, HEADER + "1;микроскоп;" + cell + ";1\n");

        assertEquals(List.of(), texts());
    }

    @Test
    void readsJsonLinesWithListsAndNamesBadLines() throws Exception {
        Path file = folder.resolve("practices.jsonl");
        Files.writeString(file, """
            {"id": "п1", "title": "Кислотность почвы", "subjects": ["химия", "экология"], "grades": "7-9", "minutes": 45}

            {"id": "п2", "title": "Дважды", "title": "Дважды"}
            [1]
            {"id": "п3", "title": "Лишнее", "автор": "нет"}
            {"код": "п4", "название": "По-русски", "sample": true}
            """);

        read(RowKind.PRACTICES, file);

        assertEquals(3, problems.size());
        assertEquals(
                List.of(3L, 4L, 5L), problems.stream().map(RowProblem::line).toList());
        PracticeCard first = (PracticeCard) items.getFirst().card();
        assertEquals(List.of("chemistry", "ecology"), first.subjects());
        assertEquals(7, first.grades().orElseThrow().from());
        assertTrue(items.get(1).card().sample());
    }

    @Test
    void unknownMissingAndDoubledColumnsAreNamed() {
        assertEquals("import-column", failure("код;вид;название;количество;цвет\n1;2;3;4;5\n"));
        assertEquals("import-header", failure("код;вид;название\n1;2;3\n"));
        assertEquals("import-twice", failure("код;id;вид;название;количество\n1;1;2;3;4\n"));
        assertEquals("import-empty", failure(""));
        assertEquals("import-empty", failure("\n\n"));
    }

    @Test
    void unclosedQuoteEndsInAMessageAndNotInMemory() {
        assertEquals("import-too-long", failure(HEADER + "1;микроскоп;\"" + "х".repeat(600_000) + "\n"));
        assertEquals("import-open-quote", failure(HEADER + "1;микроскоп;\"ряд\n2;микроскоп;ряд;1\n"));
        assertEquals("import-after-quote", failure(HEADER + "1;микроскоп;\"ряд\"ом;1\n"));
    }

    @Test
    void nastyStringsBecomeRowsOrReasonsAndNeverAnythingElse() throws Exception {
        List<String> nasty = List.of(
                "\u0000",
                "\u001b[31m",
                "\u202eабв",
                "а\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309",
                "<script>alert(1)</script>",
                "'; DROP TABLE",
                "🎓",
                "Ａ",
                "\u2028",
                "{0}",
                "%n",
                "../../etc",
                "NaN",
                "\uFEFF",
                "я".repeat(300));
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < nasty.size(); i++) {
            csv.append(i).append(";микроскоп;\"").append(nasty.get(i)).append("\";1\n");
        }

        read(RowKind.RESOURCES, csv.toString());

        assertEquals(
                nasty.size(),
                items.size()
                        + problems.stream().map(RowProblem::line).distinct().count());
        assertTrue(texts().stream().allMatch(text -> text.equals(org.gorizont.cli.text.Safe.line(text))));
    }

    @Test
    void lessonsOfOneResourceAndMonthAreOneRecord() throws Exception {
        read(RowKind.AVAILABILITY, """
            ресурс;дата;смена;урок;начало;конец;состояние;часовой пояс
            л1;12.03.2026;1;4;11:25;12:10;свободно;Asia/Novokuznetsk
            л1;2026-03-12;1;3;10:20;11:05;занято;Asia/Novokuznetsk
            л1;2026-04-01;;1;8:30;9:15;занято;Asia/Novokuznetsk
            л2;;;;;;не указано;
            """);

        assertEquals(List.of(), texts());
        assertEquals(3, items.size());
        AvailabilityCard march = cards(AvailabilityCard.class).stream()
                .filter(card -> card.slots().size() == 2)
                .findFirst()
                .orElseThrow();
        assertEquals(RowIds.of(Kinds.RESOURCE, "л1"), march.resource());
        assertEquals(LocalDate.of(2026, 3, 12), march.slots().getFirst().date());
        assertEquals(3, march.slots().getFirst().number());
        assertEquals(Slot.State.FREE, march.slots().getLast().state());
        assertEquals(
                1,
                cards(AvailabilityCard.class).stream()
                        .filter(card -> !card.stated())
                        .count());
    }

    @Test
    void sameLessonTwiceOtherZonesAndBothStatementsAreBadRows() throws Exception {
        read(RowKind.AVAILABILITY, """
            ресурс;дата;урок;начало;конец;состояние;часовой пояс
            л1;12.03.2026;4;11:25;12:10;свободно;Asia/Novokuznetsk
            л1;12.03.2026;4;11:25;12:10;занято;Asia/Novokuznetsk
            л1;13.03.2026;4;11:25;12:10;занято;Asia/Tomsk
            л2;12.03.2026;4;12:10;11:25;занято;Asia/Tomsk
            л3;12.03.2026;4;11:25;12:10;занято;
            л4;12.03.2026;4;11:25;12:10;занято;Asia/Nowhere
            л1;;;;;не указано;
            """);

        assertEquals(
                List.of(3L, 4L, 5L, 6L, 7L, 2L),
                problems.stream().map(RowProblem::line).toList(),
                texts().toString());
    }

    @Test
    void takesHundredThousandRows() throws Exception {
        Path file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int i = 0; i < 100_000; i++) {
                out.write("р" + i + ";микроскоп;Микроскоп школьный № " + i + ";1\n");
            }
        }
        long[] taken = {0};

        Import wanted = Import.of(file, RowKind.RESOURCES);
        Import.Checked checked = wanted.check(problems::add, done -> taken[0] = done);

        assertEquals(new Import.Checked(100_000, 100_000, 0), checked);
        assertEquals(100_000, taken[0]);
    }

    private String failure(String csv) {
        return assertThrows(Failure.class, () -> read(RowKind.RESOURCES, csv)).code();
    }

    private void read(RowKind kind, String text) throws Exception {
        Path file = folder.resolve("file.csv");
        Files.writeString(file, text);
        read(kind, file);
    }

    private void read(RowKind kind, Path file) {
        ImportFile.open(file, kind).read(problems::add, items::add);
    }

    private ResourceCard resource(int i) {
        return (ResourceCard) items.get(i).card();
    }

    private <C extends Card> List<C> cards(Class<C> type) {
        return items.stream().map(Item::card).map(type::cast).toList();
    }

    private List<String> texts() {
        return problems.stream().map(problem -> RowText.of(problem, RUSSIAN)).collect(Collectors.toList());
    }
}
