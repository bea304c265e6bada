// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.util.LinkedHashSet;
import java.util.List;
import org.gorizont.protocol.domain.UnfitField.Problem;

/** The checks that the compact constructors of the cards share; text has its own in {@link Texts}. */
final class Fields {
    /** Codes in one field of a record. */
    static final int MAX_CODES = 32;

    private static final int MAX_ZONE_LENGTH = 64;

    private Fields() {}

    static int range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UnfitField(field, Problem.OUT_OF_RANGE, value < least ? least : most);
        }
        return value;
    }

    static <T> List<T> atMost(String field, List<T> values, int most) {
        if (values.size() > most) {
            throw new UnfitField(field, Problem.TOO_MANY, most);
        }
        return List.copyOf(values);
    }

    /** Codes of a vocabulary, or words that are in none; each once. */
    static List<String> codes(String field, List<String> codes) {
        List<String> copy = atMost(field, codes, MAX_CODES);
        copy.forEach(code -> Texts.required(field, code, TextLimit.CODE));
        if (new LinkedHashSet<>(copy).size() < copy.size()) {
            throw new UnfitField(field, Problem.DUPLICATE, 0);
        }
        return copy;
    }

    static String code(String field, String code) {
        return Texts.optional(field, code, TextLimit.CODE);
    }

    /**
     * Name of an IANA time zone, by its form only: whether a zone exists depends on the data of the machine, and a
     * verdict on a record must not.
     */
    static String zone(String field, String zone) {
        boolean fits = zone.length() <= MAX_ZONE_LENGTH && zone.chars().allMatch(Fields::isZoneCharacter);
        if (!fits) {
            throw new UnfitField(field, Problem.NOT_A_ZONE, 0);
        }
        return zone;
    }

    static void inOrder(String field, boolean inOrder) {
        if (!inOrder) {
            throw new UnfitField(field, Problem.OUT_OF_ORDER, 0);
        }
    }

    private static boolean isZoneCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/_+-".indexOf(c) >= 0;
    }
}
