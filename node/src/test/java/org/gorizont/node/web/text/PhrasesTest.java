// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PhrasesTest {
    private static final Path NODE = Path.of(System.getProperty("gorizont.home", ".."), "node", "src", "main");
    private static final Pattern SAID = Pattern.compile("say\\(\"([a-zA-Z0-9.\\-]+)\"[,)]");
    private static final Pattern COUNTED = Pattern.compile("count\\(\"([a-z.]+)\",");

    @Test
    void bothLanguagesSayTheSame() {
        assertEquals(
                new TreeSet<>(Phrases.in(Language.RUSSIAN).keys()),
                new TreeSet<>(Phrases.in(Language.ENGLISH).keys()));
    }

    @Test
    void everyGapStandsInBothLanguages() {
        for (String key : Phrases.in(Language.RUSSIAN).keys()) {
            for (int gap = 0; gap < 4; gap++) {
                String sign = "{" + gap + "}";
                assertEquals(
                        Phrases.in(Language.RUSSIAN).say(key).contains(sign),
                        Phrases.in(Language.ENGLISH).say(key).contains(sign),
                        key + " " + sign);
            }
        }
    }

    @Test
    void everyPhraseThatPagesSayExists() throws IOException {
        Set<String> keys = Phrases.in(Language.RUSSIAN).keys();
        Set<String> said = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(NODE.resolve("jte"));
                Stream<Path> classes = Files.walk(NODE.resolve("java/org/gorizont/node/web"));
                Stream<Path> files = Stream.concat(templates, classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                matches(SAID, text).forEach(said::add);
                matches(COUNTED, text).forEach(noun -> said.add(noun + ".many"));
            }
        }

        assertFalse(said.isEmpty());
        said.removeAll(keys);
        assertEquals(Set.of(), said);
    }

    @Test
    void russianUsesTheWordsOfTheGlossary() {
        for (String key : Phrases.in(Language.RUSSIAN).keys()) {
            String phrase = Phrases.in(Language.RUSSIAN).say(key).toLowerCase(Language.RUSSIAN.locale());
            assertTrue(Stream.of("журнал", "устав", "пир ", "хеш").noneMatch(phrase::contains), key);
        }
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(result -> result.group(1));
    }
}
