// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.RecordId;

/**
 * What a school says of a resource's week: a letter a lesson, F free, B busy, anything else not stated.
 *
 * @param silent the school says that it has not entered its own use
 */
record WeekPlan(boolean silent, Map<DayOfWeek, String> days) {
    WeekPlan {
        days = new TreeMap<>(days);
    }

    /** The record for the week that begins on {@code monday}; empty when the school says nothing at all. */
    Optional<AvailabilityCard> card(RecordId resource, Bells bells, String zone, LocalDate monday) {
        if (!silent && days.isEmpty()) {
            return Optional.empty();
        }
        List<Slot> slots = new ArrayList<>();
        days.forEach((day, letters) -> slots.addAll(day(monday.plusDays(day.getValue() - 1L), letters, bells)));
        return Optional.of(new AvailabilityCard(resource, !silent, zone, slots, true));
    }

    private static List<Slot> day(LocalDate date, String letters, Bells bells) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter == 'F' || letter == 'B') {
                Bells.Lesson lesson = bells.lessons().get(i);
                Slot.State state = letter == 'F' ? Slot.State.FREE : Slot.State.BUSY;
                slots.add(new Slot(date, 1, i + 1, lesson.start(), lesson.end(), state));
            }
        }
        return slots;
    }
}
