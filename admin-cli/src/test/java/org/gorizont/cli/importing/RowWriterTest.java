// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.GradeBand;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.PracticeFile;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.domain.Sources;
import org.gorizont.protocol.domain.UnfitField;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.rows.Item;
import org.gorizont.protocol.rows.RowIds;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.rows.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as rows and imported again is the same record, or it is not written as rows. */
final class RowWriterTest {
    private static final Messages RUSSIAN = new Messages(Messages.Language.RU);
    private static final RecordId LAB = RecordId.ofHex("00112233445566778899aabbccddeeff");
    private static final List<String> HOSTILE = List.of(
            "<script>alert(0)</script>",
            "'; DROP TABLE schools; --",
            "=HYPERLINK(\"http://x\")",
            "-1+2",
            "- a list",
            "{\"a\": [1]}",
            "\\\"",
            "a|b;c",
            "%s %n {0}",
            "\u200fعربي\u200e",
            "\u200b",
            "\u00a0x\u3000",
            " around ",
            "🏫👩‍🔬",
            "👍🏽",
            "Ω≈ç√∫",
            "null",
            "NaN",
            "1e309",
            "0",
            "да",
            "record:00112233445566778899aabbccddeeff",
            "химия",
            "chemistry");

    @TempDir
    Path folder;

    @Test
    void allFieldsOfAllKindsComeBack() throws Exception {
        comeBack(RowKind.PRACTICES, practice("Кислотность", "- взять пробу\n\n\t| а |", List.of("chemistry", "своё")));
        comeBack(RowKind.PRACTICES, practice("Без всего остального"));
        comeBack(RowKind.RESOURCES, resource("Лаборатория", "строка\nдругая"));
        comeBack(RowKind.AVAILABILITY, month(slot(0, Slot.State.FREE), slot(4, Slot.State.BUSY)));
        comeBack(RowKind.AVAILABILITY, new AvailabilityCard(LAB, false, "", List.of(), false));
        comeBack(RowKind.AVAILABILITY, new AvailabilityCard(LAB, false, "Asia/Tomsk", List.of(), true));
    }

    @Test
    void lessonsOfSeveralMonthsInOneRecordStayOneRecord() throws Exception {
        Slot april = new Slot(LocalDate.of(2026, 4, 1), 2, 1, LocalTime.of(8, 0), LocalTime.of(8, 45), Slot.State.BUSY);

        comeBack(RowKind.AVAILABILITY, month(slot(1, Slot.State.FREE), april));
    }

    @Test
    void whatOneRowCannotSayIsNotWrittenAsOne() {
        PracticeFile file = new PracticeFile(new Hash(Bytes.zeros(Hash.SIZE)), 1, "опыт.pdf", "");
        assertEquals(List.of(), rows(RowKind.PRACTICES, practice("С файлом", List.of(file))));
        assertEquals(List.of(), rows(RowKind.PRACTICES, practice("=1+1")));
        assertEquals(List.of(), rows(RowKind.PRACTICES, practice("П", "", List.of("химия"))), "would become a code");
        assertEquals(List.of(), rows(RowKind.AVAILABILITY, new AvailabilityCard(LAB, true, "", List.of(), false)));
        Bytes other = RecordCodec.encode(practice("Другая"));
        assertEquals(List.of(), new RowWriter(RowKind.PRACTICES).rows(LAB, practice("Одна"), other));
    }

    @Test
    void hostileTextComesBackOrIsLeftOutAndIsHarmlessOnATerminal() throws Exception {
        int cameBack = 0;
        for (String text : HOSTILE) {
            List<Card> cards = new ArrayList<>();
            fitting(cards, () -> practice(text, text, List.of(text)));
            fitting(cards, () -> practice(text, text, List.of()));
            fitting(cards, () -> resource(text, text));
            for (Card card : cards) {
                RowKind kind = card instanceof PracticeCard ? RowKind.PRACTICES : RowKind.RESOURCES;
                List<String> rows = rows(kind, card);
                assertTrue(rows.stream().allMatch(row -> row.equals(Safe.line(row))), text);
                if (!rows.isEmpty()) {
                    comeBack(kind, card);
                    cameBack++;
                }
            }
        }
        assertTrue(cameBack >= 40, "came back: " + cameBack);
    }

    @Test
    void twoIdsOfOneRecordAreABadRow() throws Exception {
        RecordId hashed = RowIds.of(Kinds.RESOURCE, "л");
        Path file = folder.resolve("twice.csv");
        Files.writeString(file, "код;вид;название;количество\nл;а;А;1\nrecord:" + hashed + ";а;А;1\n");
        List<RowProblem> problems = new ArrayList<>();

        ImportFile.open(file, RowKind.RESOURCES).read(problems::add, _ -> {});

        assertEquals(List.of(3L), problems.stream().map(RowProblem::line).toList());
    }

    @Test
    void oneIdOfTwoResourcesOrStatementsIsABadRow() throws Exception {
        Path file = folder.resolve("ids.csv");
        Files.writeString(file, """
            код;ресурс;дата;урок;начало;конец;состояние;часовой пояс
            а;л1;2026-03-12;4;11:25;12:10;свободно;Asia/Tomsk
            а;л2;2026-03-12;5;11:25;12:10;свободно;Asia/Tomsk
            б;л3;2026-03-12;5;11:25;12:10;свободно;Asia/Tomsk
            б;л4;;;;;не указано;
            """);
        List<RowProblem> problems = new ArrayList<>();

        ImportFile.open(file, RowKind.AVAILABILITY).read(problems::add, _ -> {});

        assertEquals(
                List.of("several-resources", "duplicate"),
                problems.stream().map(RowProblem::reason).toList());
    }

    private void comeBack(RowKind kind, Card card) throws Exception {
        Path file = folder.resolve("rows.jsonl");
        List<RowProblem> problems = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        Files.write(file, rows(kind, card));

        ImportFile.open(file, kind).read(problems::add, items::add);

        assertEquals(
                List.of(), problems.stream().map(p -> RowText.of(p, RUSSIAN)).toList());
        assertEquals(List.of(LAB), items.stream().map(Item::record).toList());
        assertEquals(card, items.getFirst().card());
    }

    private static List<String> rows(RowKind kind, Card card) {
        return new RowWriter(kind).rows(LAB, card, RecordCodec.encode(card));
    }

    private static void fitting(List<Card> cards, Supplier<Card> maker) {
        try {
            cards.add(maker.get());
        } catch (UnfitField _) {
            // No record holds such text.
        }
    }

    private static PracticeCard practice(String title) {
        return practice(title, List.of());
    }

    private static PracticeCard practice(String title, List<PracticeFile> files) {
        return new PracticeCard(
                title,
                "",
                "",
                List.of(),
                Optional.empty(),
                "",
                "",
                "",
                List.of(),
                0,
                "",
                "",
                List.of(),
                files,
                Sources.NONE,
                false);
    }

    private static PracticeCard practice(String title, String text, List<String> words) {
        return new PracticeCard(
                title,
                text,
                "цель",
                words,
                Optional.of(new GradeBand(7, 9)),
                "science",
                "этап",
                "форма",
                List.of("microscope"),
                45,
                text,
                "итог",
                words,
                List.of(),
                new Sources("CC BY 4.0", "основа", "источник"),
                true);
    }

    private static ResourceCard resource(String title, String text) {
        return new ResourceCard(
                "digital_lab_chemistry",
                title,
                "модель",
                3,
                2,
                "214",
                "good",
                text,
                true,
                new LendingTerms("способ", "кому", 5, "учитель", text),
                true);
    }

    private static AvailabilityCard month(Slot... slots) {
        return new AvailabilityCard(LAB, true, "Asia/Novokuznetsk", List.of(slots), true);
    }

    private static Slot slot(int number, Slot.State state) {
        return new Slot(LocalDate.of(2026, 3, 12), 1, number, LocalTime.of(8, 30), LocalTime.of(9, 15), state);
    }
}
