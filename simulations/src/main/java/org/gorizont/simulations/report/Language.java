// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The texts of one language. Numbers are written as that language writes them. */
public enum Language {
    RU("ru"),
    EN("en");

    private final Locale locale;
    private final Properties texts;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
        this.texts = load("messages_" + tag + ".properties");
    }

    /** By its tag on the command line: {@code ru} or {@code en}. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.locale.toLanguageTag().equals(tag))
                .findFirst();
    }

    Locale locale() {
        return locale;
    }

    /** @throws IllegalArgumentException if there is no such text */
    public String text(String key, Object... details) {
        String form = texts.getProperty(key);
        if (form == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return String.format(locale, form, details);
    }

    /** A number with its word in the right form. */
    public String counted(long number, String word) {
        return number + " " + text(word + "." + form(number));
    }

    private String form(long number) {
        if (this == EN) {
            return number == 1 ? "one" : "many";
        }
        long tens = number % 100;
        long ones = number % 10;
        if (ones == 1 && tens != 11) {
            return "one";
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    }

    private static Properties load(String file) {
        Properties texts = new Properties();
        InputStream stream = Objects.requireNonNull(Language.class.getResourceAsStream(file));
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return texts;
    }
}
