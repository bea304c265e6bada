// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.HeldEntries.Draft;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FinderTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final SchoolId BOB = HeldEntries.school("bob");

    @TempDir
    Path folder;

    private final HeldEntries held = new HeldEntries();
    private Optional<OpenFinder> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(OpenFinder::close);
    }

    @Test
    void findsByNamesAndAliasesOfCodes() throws Exception {
        held.put(ALICE, "a", SampleCards.resource("Z.Labs 12", "digital_lab_chemistry", 1, 15));
        held.put(ALICE, "b", SampleCards.practice("Пожар в доме", "safety", 5, 7));

        Finder finder = finder();

        assertEquals(List.of("Z.Labs 12"), titles(find(finder, "цифровая лаборатория химия", Kinds.RESOURCE)));
        assertEquals(List.of("Пожар в доме"), titles(find(finder, "ОБЗР", Kinds.PRACTICE)));
    }

    @Test
    void oneBoxFindsAllKindsAndCountsThem() throws Exception {
        held.put(ALICE, "", SampleCards.school("Микроскопная школа"));
        held.put(ALICE, "a", SampleCards.resource("Микроскоп", "microscope", 10, 2));
        held.put(BOB, "b", SampleCards.practice("Клетка под микроскопом", "biology", 5, 7));
        held.put(BOB, "c", SampleCards.practice("Вода под микроскопом", "biology", 5, 7));

        Found found = finder().find("микроскоп", Optional.empty(), 0, 10);

        assertEquals(
                List.of(Kinds.PRACTICE, Kinds.RESOURCE, Kinds.SCHOOL),
                List.copyOf(found.counts().keySet()));
        assertEquals(List.of(2, 1, 1), List.copyOf(found.counts().values()));
        assertEquals(4, found.hits().size());
    }

    @Test
    void marksWhyWithoutMarkup() throws Exception {
        held.put(ALICE, "a", SampleCards.practice("Пробы почвы", "chemistry", 7, 9));

        Found.Hit hit = find(finder(), "почвы датчиком", Kinds.PRACTICE).hits().getFirst();

        assertEquals(List.of(new Found.Piece("Пробы ", false), new Found.Piece("почвы", true)), hit.title());
        assertTrue(
                hit.snippet().contains(new Found.Piece("датчиком", true)),
                hit.snippet().toString());
    }

    @Test
    void quotesAndMinusMeanWhatPeopleExpect() throws Exception {
        held.put(ALICE, "a", SampleCards.practice("Кислотность почвы", "chemistry", 7, 9));
        held.put(ALICE, "b", SampleCards.practice("Почвы и их кислотность", "chemistry", 7, 9));

        Finder finder = finder();

        assertEquals(2, find(finder, "почва кислотность", Kinds.PRACTICE).total());
        assertEquals(List.of("Кислотность почвы"), titles(find(finder, "\"кислотность почвы\"", Kinds.PRACTICE)));
    }

    @Test
    void followsReplacementsWithdrawalsAndTheOrderOfVersions() throws Exception {
        LogId log = HeldEntries.log(ALICE, Kinds.PRACTICE, 0);
        held.put(ALICE, "a", SampleCards.practice("Мыло", "chemistry", 7, 9));
        Finder finder = finder();

        held.put(ALICE, "a", SampleCards.practice("Шампунь", "chemistry", 7, 9));
        held.add(
                log,
                new Draft(Kinds.PRACTICE, HeldEntries.record("a"), Verb.PUT)
                        .with(RecordCodec.encode(SampleCards.practice("Мыло", "chemistry", 7, 9)))
                        .rePutOf(0, 0));
        catchUp();
        assertEquals(0, find(finder, "мыло", Kinds.PRACTICE).total());
        assertEquals(1, find(finder, "шампунь", Kinds.PRACTICE).total());

        held.withdraw(ALICE, "a", Kinds.PRACTICE);
        catchUp();
        assertEquals(0, find(finder, "шампунь", Kinds.PRACTICE).total());
    }

    @Test
    void goesOnFromItsCommitAndIsBuiltAgainWhenDamagedOrOfAnotherEpoch() throws Exception {
        held.put(ALICE, "a", SampleCards.practice("Мыло", "chemistry", 7, 9));
        finder();
        reopen();
        held.put(ALICE, "b", SampleCards.practice("Шампунь", "chemistry", 7, 9));
        assertEquals(1, find(finder(), "мыло", Kinds.PRACTICE).total());

        reopen();
        held.newEpoch();
        assertEquals(1, find(finder(), "шампунь", Kinds.PRACTICE).total());

        reopen();
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "nonsense");
            }
        }
        assertEquals(1, find(finder(), "шампунь", Kinds.PRACTICE).total());
    }

    @Test
    void pagesThroughFinds() throws Exception {
        for (int i = 0; i < 25; i++) {
            held.put(ALICE, "p" + i, SampleCards.practice("Опыт " + i, "chemistry", 7, 9));
        }
        Finder finder = finder();

        Found second = finder.find("опыт", Optional.of(Kinds.PRACTICE), 20, 20);

        assertEquals(5, second.hits().size());
        assertEquals(25, second.total());
        assertEquals(
                List.of(),
                finder.find("опыт", Optional.empty(), Integer.MAX_VALUE, 20).hits());
    }

    private Found find(Finder finder, String typed, Kind kind) {
        return finder.find(typed, Optional.of(kind), 0, 10);
    }

    private Finder finder() throws IOException, InterruptedException {
        OpenFinder opened = OpenFinder.over(held, folder);
        open = Optional.of(opened);
        return opened.finder();
    }

    private void catchUp() throws InterruptedException {
        open.orElseThrow().catchUp();
    }

    private void reopen() {
        open.ifPresent(OpenFinder::close);
        open = Optional.empty();
    }

    private static List<String> titles(Found found) {
        return found.hits().stream()
                .map(hit -> hit.title().stream().map(Found.Piece::text).collect(Collectors.joining()))
                .toList();
    }
}
