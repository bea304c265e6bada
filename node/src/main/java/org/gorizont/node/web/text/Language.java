// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.text;

import java.util.Locale;
import java.util.Optional;

/** A language of the pages. */
public enum Language {
    RUSSIAN("ru", "Русский"),
    ENGLISH("en", "English");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    public Language other() {
        return this == RUSSIAN ? ENGLISH : RUSSIAN;
    }

    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** Which form of a noun follows a number: of one, of few, or of many. */
    Form form(long number) {
        long tens = Math.abs(number) % 100;
        long ones = tens % 10;
        if (this == ENGLISH) {
            return number == 1 ? Form.ONE : Form.MANY;
        } else if (ones == 1 && tens != 11) {
            return Form.ONE;
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? Form.FEW : Form.MANY;
    }

    /** Grammatical number after a numeral: «1 практика, 2 практики, 5 практик». */
    enum Form {
        ONE,
        FEW,
        MANY
    }
}
