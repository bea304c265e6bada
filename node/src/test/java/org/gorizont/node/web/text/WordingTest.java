// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.node.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordingTest {
    private static final Wording RUSSIAN =
            new Wording(Language.RUSSIAN, Vocabularies.shipped(), ZoneId.of("Asia/Novokuznetsk"));
    private static final Wording ENGLISH =
            new Wording(Language.ENGLISH, Vocabularies.shipped(), ZoneId.of("Asia/Novokuznetsk"));

    @ParameterizedTest
    @CsvSource({
        "0, 0 практик",
        "1, 1 практика",
        "2, 2 практики",
        "4, 4 практики",
        "5, 5 практик",
        "11, 11 практик",
        "12, 12 практик",
        "14, 14 практик",
        "21, 21 практика",
        "22, 22 практики",
        "111, 111 практик",
        "1001, 1001 практика"
    })
    void russianNounsAgreeWithTheirNumbers(long number, String expected) {
        assertEquals(expected, RUSSIAN.count("count.practices", number));
    }

    @Test
    void englishHasTwoForms() {
        assertEquals("1 practice", ENGLISH.count("count.practices", 1));
        assertEquals("21 practices", ENGLISH.count("count.practices", 21));
    }

    @Test
    void datesAreRussianAndByTheClockOfTheSchool() {
        assertEquals("12.03.2026 02:30", RUSSIAN.dateAndTime(Instant.parse("2026-03-11T19:30:00Z")));
        assertEquals("четверг", RUSSIAN.weekday(LocalDate.of(2026, 3, 12)));
    }

    @Test
    void otherClocksAreForeignOnlyWhenTheyDiffer() {
        Instant when = Instant.parse("2026-03-11T19:30:00Z");

        assertFalse(RUSSIAN.isForeign("Asia/Krasnoyarsk", when));
        assertTrue(RUSSIAN.isForeign("Europe/Moscow", when));
        assertFalse(RUSSIAN.isForeign("Mars/Olympus", when));
    }

    @Test
    void unknownCodesAreShownAsTheyStand() {
        assertEquals("beamline", RUSSIAN.name(Field.RESOURCE_KINDS, "beamline"));
        assertEquals("микроскоп", RUSSIAN.name(Field.RESOURCE_KINDS, "microscope"));
        assertEquals("Microscope", ENGLISH.name(Field.RESOURCE_KINDS, "microscope"));
    }
}
