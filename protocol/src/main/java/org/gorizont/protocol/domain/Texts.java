// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.text.Normalizer;
import org.gorizont.protocol.domain.UnfitField.Problem;

/**
 * The rules of text that comes from other schools: Unicode NFC (UAX #15), no control characters, nothing that turns the
 * direction of the surrounding text (UAX #9), a bounded number of marks on a letter.
 */
public final class Texts {
    /** Combining marks in a row; written languages need at most four or five. */
    static final int MAX_MARKS = 8;

    private Texts() {}

    /**
     * Text as a writer should offer it: NFC, one kind of line break, no spaces around, no characters that a record
     * refuses though nobody sees them. What is still unfit afterwards is refused by the record.
     */
    public static String tidied(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        lines.codePoints().filter(c -> !isDirectionControl(c) && c != 0xFEFF).forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    static String required(String field, String text, TextLimit limit) {
        if (text.isBlank()) {
            throw new UnfitField(field, Problem.MISSING, 0);
        }
        return optional(field, text, limit);
    }

    static String optional(String field, String text, TextLimit limit) {
        if (text.length() > 2 * limit.codePoints() || text.codePointCount(0, text.length()) > limit.codePoints()) {
            throw new UnfitField(field, Problem.TOO_LONG, limit.codePoints());
        }
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            refuse(isControl(c, limit.severalLines()), field, Problem.CONTROL_CHARACTER);
            refuse(isDirectionControl(c), field, Problem.DIRECTION_OVERRIDE);
            marks = isMark(c) ? marks + 1 : 0;
            refuse(marks > MAX_MARKS, field, Problem.TOO_MANY_MARKS);
        }
        refuse(!Normalizer.isNormalized(text, Normalizer.Form.NFC), field, Problem.NOT_NORMALISED);
        return text;
    }

    private static void refuse(boolean unfit, String field, Problem problem) {
        if (unfit) {
            throw new UnfitField(field, problem, 0);
        }
    }

    private static boolean isControl(int c, boolean severalLines) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> !severalLines || c != '\n' && c != '\t';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Embeddings, overrides and isolates; plain marks (U+200E, U+200F) reorder nothing but their neighbours. */
    private static boolean isDirectionControl(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
