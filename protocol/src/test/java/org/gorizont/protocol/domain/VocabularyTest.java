// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VocabularyTest {
    private static final String SUBJECTS = """
            # a comment

            safety\tОБЖ\tLife safety\tОБЗР|основы безопасности
            old\tтруды\tCrafts\t\tretired
            """;

    @Test
    void findsCodeByNameAliasAndCaseAndYo() {
        Vocabulary subjects = Vocabulary.parse(SUBJECTS + "music\tтрёхголосие\tMusic\t\n");

        assertEquals("safety", subjects.codeOf("обж"));
        assertEquals("safety", subjects.codeOf(" Основы Безопасности "));
        assertEquals("safety", subjects.codeOf("life safety"));
        assertEquals("music", subjects.codeOf("трехголосие"));
    }

    @Test
    void leavesUnknownWordsAsTheyStand() {
        Vocabulary subjects = Vocabulary.parse(SUBJECTS);

        assertEquals("латынь", subjects.codeOf(" латынь "));
        assertEquals(Optional.empty(), subjects.term("латынь"));
        assertEquals(Optional.empty(), subjects.term("ОБЖ"), "a name is no code");
    }

    @Test
    void knowsWhatIsRetired() {
        assertTrue(Vocabulary.parse(SUBJECTS).term("old").orElseThrow().retired());
    }

    @Test
    void namesTheLineThatIsNoTerm() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Vocabulary.parse(SUBJECTS + "lonely"));

        assertTrue(String.valueOf(e.getMessage()).contains("line 5"), e::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subjects",
                "directions",
                "resource-kinds",
                "institutions",
                "centre-profiles",
                "practice-stages",
                "practice-forms",
                "lending-modes",
                "conditions",
                "access-rules"
            })
    void shippedVocabularyIsReadableAndItsCodesFit(String name) throws IOException {
        try (InputStream file = Vocabulary.class.getResourceAsStream("vocabularies/" + name + ".tsv")) {
            Vocabulary vocabulary = Vocabulary.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));

            assertTrue(vocabulary.terms().size() > 1);
            for (Vocabulary.Term term : vocabulary.terms()) {
                assertEquals(term.code(), Fields.code("code", term.code()));
                assertEquals(term.code(), vocabulary.codeOf(term.russian()));
            }
        }
    }
}
