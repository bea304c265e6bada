// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gorizont.protocol.domain.UnfitField.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {
    @ParameterizedTest
    @EnumSource(TextLimit.class)
    void takesTextAtItsLimitAndRefusesOneMore(TextLimit limit) {
        String atLimit = "\uD83D\uDD2C".repeat(limit.codePoints());

        assertEquals(atLimit, Texts.required("title", atLimit, limit));
        assertEquals(Problem.TOO_LONG, problemOf(atLimit + "a", limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007", "\u001b[31m", "\u0085", "\uD800", "a\uDC00", "a\u2028"})
    void refusesControlCharactersW12(String text) {
        assertEquals(Problem.CONTROL_CHARACTER, problemOf(text, TextLimit.DESCRIPTION));
    }

    @Test
    void takesLineBreaksOnlyWhereThereAreSeveralLines() {
        assertEquals("a\nb\tc", Texts.optional("about", "a\nb\tc", TextLimit.DESCRIPTION));
        assertEquals(Problem.CONTROL_CHARACTER, problemOf("a\nb", TextLimit.LINE));
        assertEquals(Problem.CONTROL_CHARACTER, problemOf("a\rb", TextLimit.DESCRIPTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202Egpj.exe", "\u2066x", "x\u2069", "\u202Ax"})
    void refusesDirectionOverridesW13(String text) {
        assertEquals(Problem.DIRECTION_OVERRIDE, problemOf(text, TextLimit.LINE));
    }

    @Test
    void refusesPilesOfMarksW13() {
        assertEquals(Problem.TOO_MANY_MARKS, problemOf("z" + "\u0324".repeat(Texts.MAX_MARKS + 1), TextLimit.LINE));
    }

    @Test
    void refusesTextThatIsNotNormalisedW14() {
        assertEquals(Problem.NOT_NORMALISED, problemOf("и\u0306", TextLimit.LINE));
        assertEquals("й", Texts.required("title", "й", TextLimit.LINE));
    }

    @Test
    void tidiedTextIsFit() {
        String tidied = Texts.tidied("\uFEFF  и\u0306\u202E од\r\nдва\r ");

        assertEquals("й од\nдва", tidied);
        assertEquals(tidied, Texts.required("about", tidied, TextLimit.DESCRIPTION));
    }

    @Test
    void refusesBlankWhereTextIsRequired() {
        UnfitField e = assertThrows(UnfitField.class, () -> Texts.required("title", " \u2003", TextLimit.LINE));

        assertEquals(Problem.MISSING, e.problem());
        assertEquals("title", e.field());
    }

    private static Problem problemOf(String text, TextLimit limit) {
        return assertThrows(UnfitField.class, () -> Texts.required("title", text, limit))
                .problem();
    }
}
