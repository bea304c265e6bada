// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class SafeTest {
    private static final List<String> NASTY = List.of(
            "\u001b[2J\u001b]0;title\u0007",
            "\u009b31mred",
            "\u202egnp.exe",
            "line\u2028separator\r\nnext",
            "\ud800 half",
            "\u0000nul\u007fdel");

    @Test
    void noCharacterThatATerminalObeysIsPrinted() {
        for (String text : NASTY) {
            assertFalse(Safe.line(text).codePoints().anyMatch(Safe::isUnsafe), text);
            assertFalse(
                    Safe.json(Json.of(List.of(text)))
                            .replace("\n", "")
                            .codePoints()
                            .anyMatch(Safe::isUnsafe),
                    text);
            assertFalse(String.join("", new Table().row(text, text).lines())
                    .codePoints()
                    .anyMatch(Safe::isUnsafe));
        }
    }

    @Test
    void jsonKeepsItsValuesWhateverIsEscaped() {
        String nasty = String.join("", NASTY.subList(0, 4)) + "«Ёлка» 🎓";

        String read =
                JsonMapper.shared().readTree(Json.of(List.of(nasty))).get(0).asString();

        assertEquals(nasty, read);
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "МБОУ «Сусловская СОШ» – кабинет № 7, ёж 🦔";

        assertEquals(text, Safe.line(text));
    }
}
