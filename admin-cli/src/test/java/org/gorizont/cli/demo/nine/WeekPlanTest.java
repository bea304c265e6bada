// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.Test;

final class WeekPlanTest {
    private static final RecordId LAB = RecordId.ofHex("000102030405060708090a0b0c0d0e0f");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final String ZONE = "Asia/Novokuznetsk";
    private static final Bells BELLS =
            new Bells(List.of(Bells.Lesson.parse("08:30-09:10"), Bells.Lesson.parse("09:20-10:00")));

    @Test
    void lettersBecomeSlotsOfThatDayByTheOwnersBells() {
        WeekPlan plan = new WeekPlan(false, Map.of(DayOfWeek.THURSDAY, "BF"));

        AvailabilityCard card = plan.card(LAB, BELLS, ZONE, MONDAY).orElseThrow();

        LocalDate thursday = LocalDate.of(2026, 3, 12);
        assertEquals(
                List.of(
                        new Slot(thursday, 1, 1, LocalTime.of(8, 30), LocalTime.of(9, 10), Slot.State.BUSY),
                        new Slot(thursday, 1, 2, LocalTime.of(9, 20), LocalTime.of(10, 0), Slot.State.FREE)),
                card.slots());
        assertTrue(card.stated() && card.sample());
    }

    @Test
    void otherLettersAreNotStated() {
        WeekPlan plan = new WeekPlan(false, Map.of(DayOfWeek.MONDAY, "-F"));

        assertEquals(
                List.of(2),
                plan.card(LAB, BELLS, ZONE, MONDAY).orElseThrow().slots().stream()
                        .map(Slot::number)
                        .toList());
    }

    @Test
    void silenceIsSaidAndNothingIsNoRecord() {
        AvailabilityCard silent =
                new WeekPlan(true, Map.of()).card(LAB, BELLS, ZONE, MONDAY).orElseThrow();

        assertFalse(silent.stated());
        assertEquals(Optional.empty(), new WeekPlan(false, Map.of()).card(LAB, BELLS, ZONE, MONDAY));
    }
}
