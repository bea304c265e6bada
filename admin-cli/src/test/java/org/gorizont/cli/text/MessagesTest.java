// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.UnfitField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesTest {
    private static final Messages RUSSIAN = new Messages(Messages.Language.RU);
    private static final Messages ENGLISH = new Messages(Messages.Language.EN);
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    @Test
    void everyKeyIsThereInBothLanguagesWithTheSamePlaces() {
        assertEquals(
                new TreeSet<>(RUSSIAN.bundle().keySet()),
                new TreeSet<>(ENGLISH.bundle().keySet()));
        for (String key : RUSSIAN.bundle().keySet()) {
            assertEquals(places(RUSSIAN, key), places(ENGLISH, key), key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void noKeyStandsTwice(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (InputStream file =
                Messages.class.getResourceAsStream("/org/gorizont/cli/messages_" + language + ".properties")) {
            new Properties() {
                private static final long serialVersionUID = 1L;

                @Override
                public synchronized Object put(Object key, Object value) {
                    assertTrue(keys.add(key.toString()), key::toString);
                    return super.put(key, value);
                }
            }.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        assertEquals(RUSSIAN.bundle().keySet(), keys);
    }

    @Test
    void russianHasRussianAndEnglishHasNone() {
        Pattern cyrillic = Pattern.compile("\\p{IsCyrillic}");
        for (String key : ENGLISH.bundle().keySet()) {
            assertFalse(cyrillic.matcher(ENGLISH.bundle().getString(key)).find(), key);
        }
    }

    @Test
    void countsTakeTheRightForm() {
        assertEquals("1 строка", RUSSIAN.count("count.rows", 1));
        assertEquals("3 строки", RUSSIAN.count("count.rows", 3));
        assertEquals("11 строк", RUSSIAN.count("count.rows", 11));
        assertEquals("21 строка", RUSSIAN.count("count.rows", 21));
        assertEquals("0 строк", RUSSIAN.count("count.rows", 0));
        assertEquals("1 row", ENGLISH.count("count.rows", 1));
        assertEquals("2 rows", ENGLISH.count("count.rows", 2));
    }

    @Test
    void everyRefusalReasonAndProblemHasWords() {
        for (Refusal refusal : Refusal.values()) {
            assertTrue(RUSSIAN.has("error.refused." + refusal + ".what"), refusal.name());
        }
        for (ReplicaStatus.Why why : ReplicaStatus.Why.values()) {
            assertTrue(RUSSIAN.has("why." + why), why.name());
        }
        for (UnfitField.Problem problem : UnfitField.Problem.values()) {
            assertTrue(RUSSIAN.has("unfit." + problem), problem.name());
        }
    }

    private static TreeSet<String> places(Messages messages, String key) {
        TreeSet<String> places = new TreeSet<>();
        PLACE.matcher(messages.bundle().getString(key)).results().forEach(match -> places.add(match.group()));
        return places;
    }
}
