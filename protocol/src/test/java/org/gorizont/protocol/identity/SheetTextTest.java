// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;

class SheetTextTest {
    private static final RecoverySheet SHEET = new RecoverySheet(Actor.bytes("secret"));
    private static final List<String> LINES = SheetText.print(SHEET);

    @Property
    void readsWhatItPrints(RandomGenerator random) throws SheetDamaged {
        byte[] secret = new byte[RecoverySheet.SECRET_SIZE];
        random.nextBytes(secret);
        RecoverySheet sheet = new RecoverySheet(Bytes.wrap(secret));

        List<String> lines = SheetText.print(sheet);

        assertEquals(sheet, SheetText.read(String.join("\n", lines)));
        lines.forEach(line -> assertTrue(line.matches("([0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}"), line));
    }

    /** A second program must print the same. */
    @Test
    void formatIsFixed() {
        assertEquals(
                List.of("0000 0000 0000 1BG6", "0000 0000 0000 01RE", "0000 0000 0000 1Y24", "0000 0000 0000 1FV0"),
                SheetText.print(new RecoverySheet(Bytes.zeros(32))));
    }

    @Test
    void readsWhatPeopleType() throws SheetDamaged {
        String all = String.join("\r\n", LINES);

        assertEquals(SHEET, SheetText.read(all.toLowerCase(Locale.ROOT)));
        assertEquals(SHEET, SheetText.read(all.replace('0', 'O').replace('1', 'l')));
        assertEquals(SHEET, SheetText.read(all.replace('0', 'o').replace('1', 'I')));
        assertEquals(SHEET, SheetText.read(all.replace(' ', '-')));
        assertEquals(SHEET, SheetText.read("\n  " + all.replace(" ", "\u00a0 ") + "\n\n"));
        assertEquals(SHEET, SheetText.read(all.replace("\r\n", " ").replace(" ", "")));
    }

    @Test
    void takesCyrillicLettersForTheLatinOnesTheyLookLike() throws SheetDamaged {
        String typed = String.join("\n", LINES);
        String latin = "ABCEHKMPTYX";
        String cyrillic = "\u0410\u0412\u0421\u0415\u041d\u041a\u041c\u0420\u0422\u0423\u0425";
        for (int i = 0; i < latin.length(); i++) {
            typed = typed.replace(latin.charAt(i), cyrillic.charAt(i));
        }

        assertFalse(typed.equals(String.join("\n", LINES)));
        assertEquals(SHEET, SheetText.read(typed));
        assertEquals(SHEET, SheetText.read(typed.toLowerCase(Locale.ROOT)));
    }

    @Property
    void namesTheLineInWhichOneCharacterIsWrong(RandomGenerator random) {
        int line = random.nextInt(LINES.size());
        char[] symbols = LINES.get(line).toCharArray();
        int at = random.nextInt(4) * 5 + random.nextInt(4);
        symbols[at] = symbols[at] == '7' ? '8' : '7';
        List<String> lines = new ArrayList<>(LINES);
        lines.set(line, new String(symbols));

        SheetDamaged damaged = assertThrows(SheetDamaged.class, () -> SheetText.read(String.join("\n", lines)));

        assertEquals(List.of(line + 1), damaged.lines());
        assertTrue(String.valueOf(damaged.getMessage()).contains("line " + (line + 1)));
    }

    @Test
    void namesEveryDamagedLine() {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(0, lines.get(0).substring(1));
        lines.set(2, lines.get(2) + "!");
        Collections.swap(lines, 1, 3);

        SheetDamaged damaged = assertThrows(SheetDamaged.class, () -> SheetText.read(String.join("\n", lines)));

        assertEquals(List.of(1, 2, 3, 4), damaged.lines());
    }

    @Test
    void saysWhenTheTextIsNoSheetAtAll() {
        for (String text : List.of("", "\n", "0000", String.join("\n", LINES.subList(0, 3)), "0".repeat(100_000))) {
            SheetDamaged damaged = assertThrows(SheetDamaged.class, () -> SheetText.read(text));

            assertEquals(List.of(), damaged.lines());
        }
    }
}
