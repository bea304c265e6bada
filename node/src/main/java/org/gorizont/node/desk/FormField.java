// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.util.Optional;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.protocol.domain.TextLimit;

/**
 * A field of a form.
 *
 * @param name as in the card; also the key of what it is called
 * @param words whose codes can be chosen, for the two kinds of choices
 */
public record FormField(String name, Type type, boolean required, Optional<Field> words) {
    /** How a field is filled in. */
    public enum Type {
        /** One line. */
        LINE,
        /** Some lines. */
        TEXT,
        /** Many lines. */
        ARTICLE,
        /** A whole number; empty for none. */
        NUMBER,
        /** A number with a decimal point; empty for none. */
        DEGREES,
        /** «yes», or empty. */
        FLAG,
        /** One code; empty for none. */
        CHOICE,
        /** Codes, one a line. */
        CHOICES,
        /** Words that are in no vocabulary, one a line. */
        WORDS,
        /** Name of a time zone; empty for none. */
        ZONE
    }

    static FormField of(String name, Type type) {
        return new FormField(name, type, false, Optional.empty());
    }

    static FormField choice(String name, Field words) {
        return new FormField(name, Type.CHOICE, false, Optional.of(words));
    }

    static FormField choices(String name, Field words) {
        return new FormField(name, Type.CHOICES, false, Optional.of(words));
    }

    FormField must() {
        return new FormField(name, type, true, words);
    }

    /** Whether several lines can be typed. */
    public boolean hasLines() {
        return switch (type) {
            case TEXT, ARTICLE, WORDS, CHOICES -> true;
            case LINE, NUMBER, DEGREES, FLAG, CHOICE, ZONE -> false;
        };
    }

    /** Characters that the card takes; 0 where that says nothing. */
    public int mostCharacters() {
        return switch (type) {
            case LINE -> TextLimit.LINE.codePoints();
            case TEXT -> TextLimit.DESCRIPTION.codePoints();
            case ARTICLE -> TextLimit.ARTICLE.codePoints();
            case NUMBER, DEGREES, FLAG, CHOICE, CHOICES, WORDS, ZONE -> 0;
        };
    }
}
