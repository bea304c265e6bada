// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.gorizont.protocol.domain.Slot;

/**
 * When a resource is free or busy, as far as its owner has said.
 *
 * @param stated false: nothing is said, ask the owner
 * @param zone name of the time zone of the slots
 * @param slots ascending; what is not listed is not stated
 */
public record Timetable(boolean stated, String zone, List<Slot> slots) {
    static final Timetable NOT_STATED = new Timetable(false, "", List.of());

    public Timetable {
        slots = List.copyOf(slots);
    }

    /** As it would be if the owner said this of these days, whatever is said of them now. */
    public Timetable with(String clock, SequencedMap<LocalDate, List<Slot>> days) {
        List<Slot> all = new ArrayList<>(slots);
        all.removeIf(slot -> days.containsKey(slot.date()));
        days.values().forEach(all::addAll);
        all.sort(Slot.ORDER);
        return new Timetable(!all.isEmpty(), clock, all);
    }

    /** Slots of one lesson on one day; several where there are several shifts. */
    public List<Slot> at(LocalDate date, int number) {
        return slots.stream()
                .filter(slot -> slot.date().equals(date) && slot.number() == number)
                .toList();
    }

    public SequencedMap<LocalDate, List<Slot>> byDay() {
        SequencedMap<LocalDate, List<Slot>> days = new TreeMap<>();
        for (Slot slot : slots) {
            days.computeIfAbsent(slot.date(), _ -> new ArrayList<>()).add(slot);
        }
        return days;
    }
}
