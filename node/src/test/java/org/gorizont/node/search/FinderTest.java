// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.HeldEntries.Draft;
import org.gorizont.node.readmodel.ReadModels;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FinderTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final SchoolId BOB = HeldEntries.school("bob");

    @TempDir
    Path folder;

    private final HeldEntries held = new HeldEntries();
    private Optional<ReadModels> models = Optional.empty();
    private Optional<Finder> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(Finder::close);
        models.ifPresent(ReadModels::close);
    }

    @ParameterizedTest
    @CsvSource({
        "музей, Школьный музей минералов",
        "музея, Школьный музей минералов",
        "ЁЛКИ, Хвоя ёлки под микроскопом",
        "елка, Хвоя ёлки под микроскопом",
        "schools, Robots for schools",
        "school robot, Robots for schools",
        "минерал, Школьный музей минералов",
        "хво, Хвоя ёлки под микроскопом",
        "микроскопм, Хвоя ёлки под микроскопом"
    })
    void findsWordFormsBeginningsAndMisspeltWords(String typed, String title) throws Exception {
        held.put(ALICE, "museum", SampleCards.practice("Школьный музей минералов", "geography", 5, 7));
        held.put(ALICE, "tree", SampleCards.practice("Хвоя ёлки под микроскопом", "biology", 6, 6));
        held.put(ALICE, "robots", SampleCards.practice("Robots for schools", "informatics", 6, 6));

        assertEquals(
                title,
                titles(finder().find(typed, Optional.of(Kinds.PRACTICE), 0, 10)).getFirst());
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
        catchUp(finder);
        assertEquals(0, find(finder, "мыло", Kinds.PRACTICE).total());
        assertEquals(1, find(finder, "шампунь", Kinds.PRACTICE).total());

        held.withdraw(ALICE, "a", Kinds.PRACTICE);
        catchUp(finder);
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

    static Stream<String> nastyTexts() {
        return Stream.of(
                "",
                " \t\u0000",
                "\"",
                "\"\"",
                "***",
                "* ~ | + - \\",
                "a~99999999999999999999",
                "~2",
                "-химия",
                "-",
                "((((((((((",
                "(".repeat(5_000) + ")".repeat(5_000),
                "(a|a)*b{1,99999}".repeat(50),
                "/.*.*.*.*x/",
                "а* б* в* г* д*",
                "*".repeat(100_000),
                "слово ".repeat(10_000),
                "\uD83D\uDE00\uD83D\uDE00* \uD800 \uDC00~2",
                "\uD83D\uDE00".repeat(200),
                "z\u0324".repeat(500),
                "\u202Egpj",
                "<script>alert(1)</script>",
                "' OR 1=1 --",
                "title:химия text:[a TO z]",
                "\\",
                "a\\",
                "\"a\"~",
                "\"a b\"~3*");
    }

    @ParameterizedTest
    @MethodSource("nastyTexts")
    @Timeout(20)
    void noTextIsAnError(String typed) throws Exception {
        held.put(ALICE, "a", SampleCards.practice("Мыло <b> химия а б в г д", "chemistry", 7, 9));

        Found found = finder().find(typed, Optional.empty(), 0, 10);

        assertTrue(found.total() <= 1);
    }

    @Test
    @Timeout(60)
    void noCombinationOfOperatorsIsAnError() throws Exception {
        held.put(ALICE, "a", SampleCards.practice("Мыло химия", "chemistry", 7, 9));
        Finder finder = finder();
        List<String> signs = List.of("\"", "*", "~", "|", "-", "\\", " ", "(", "мыло", "~2");

        for (String one : signs) {
            for (String two : signs) {
                for (String three : signs) {
                    assertTrue(finder.find(one + two + three, Optional.empty(), 0, 5)
                                    .total()
                            <= 1);
                }
            }
        }
    }

    private Found find(Finder finder, String typed, Kind kind) {
        return finder.find(typed, Optional.of(kind), 0, 10);
    }

    private Finder finder() throws IOException, InterruptedException {
        ReplicaStatus status = new ReplicaStatus(
                ALICE, Optional.empty(), List.of(), List.of(), new ReplicaStatus.Counters(0, 0, 0, 0));
        ReadModels catalogue =
                ReadModels.open(folder.resolve("readmodel"), held, () -> new Freshness(status, HeldEntries.MONDAY));
        models = Optional.of(catalogue);
        Finder finder = Finder.open(folder.resolve("index"), held, catalogue.catalogue(), Vocabularies.shipped());
        open = Optional.of(finder);
        catchUp(finder);
        return finder;
    }

    private void catchUp(Finder finder) throws InterruptedException {
        finder.follower().wake();
        models.orElseThrow().follower().wake();
        long last = held.lastArrival();
        assertTrue(finder.follower().await(last, Duration.ofSeconds(20)));
        assertTrue(models.orElseThrow().follower().await(last, Duration.ofSeconds(20)));
        await().until(() -> finder.follower().problem().isEmpty());
    }

    private void reopen() {
        open.ifPresent(Finder::close);
        models.ifPresent(ReadModels::close);
        open = Optional.empty();
        models = Optional.empty();
    }

    private static List<String> titles(Found found) {
        return found.hits().stream()
                .map(hit -> hit.title().stream().map(Found.Piece::text).collect(Collectors.joining()))
                .toList();
    }
}
