// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.SchoolId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type, meant or not, over one index of a few practices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TypedSearchTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final int PRACTICES = 4;
    private static final Analyzer ANALYZER = new WordForms();

    private OpenFinder open;

    @BeforeAll
    void fill(@TempDir Path folder) throws Exception {
        HeldEntries held = new HeldEntries();
        held.put(ALICE, "museum", SampleCards.practice("Школьный музей минералов", "geography", 5, 7));
        held.put(ALICE, "tree", SampleCards.practice("Хвоя ёлки под микроскопом", "biology", 6, 6));
        held.put(ALICE, "robots", SampleCards.practice("Robots for schools", "informatics", 6, 6));
        held.put(ALICE, "soap", SampleCards.practice("Мыло <b> химия а б в г д", "chemistry", 7, 9));
        open = OpenFinder.over(held, folder);
    }

    @AfterAll
    void close() {
        open.close();
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
    void findsWordFormsBeginningsAndMisspeltWords(String typed, String title) {
        assertEquals(title, title(find(typed).hits().getFirst()));
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
    @Timeout(600)
    void noTextIsAnError(String typed) {
        assertTrue(find(typed).total() <= PRACTICES);
    }

    /** Three in a row are read, two are also looked for: looking takes far longer. */
    @Test
    @Timeout(600)
    void noCombinationOfOperatorsIsAnError() {
        List<String> signs = List.of("\"", "*", "~", "|", "-", "\\", " ", "(", "мыло", "~2");

        for (String one : signs) {
            for (String two : signs) {
                assertTrue(find(one + two).total() <= PRACTICES);
                for (String three : signs) {
                    assertDoesNotThrow(() -> read(one + two + three), () -> one + two + three);
                }
            }
        }
    }

    private Found find(String typed) {
        return open.finder().find(typed, Optional.of(Kinds.PRACTICE), 0, 10);
    }

    private static void read(String typed) {
        TypedText text = new TypedText(ANALYZER, typed);
        if (!text.isBlank()) {
            text.allWords();
            text.misspelt();
            text.anyWord();
        }
    }

    private static String title(Found.Hit hit) {
        return hit.title().stream().map(Found.Piece::text).collect(Collectors.joining());
    }
}
