// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.Timetable;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.Slot;

/**
 * A resource: what it is, how to use it, when it is free.
 *
 * @param today by the clock of the owner
 * @param zone name of the owner's time zone when its clock is not the reader's
 */
public record ResourcePage(
        Frame frame,
        Listed<ResourceCard> resource,
        Timetable timetable,
        LocalDate today,
        Optional<String> zone,
        Band band) {
    /** Days in the table. */
    public static final int DAYS = 14;

    public List<Facts.Fact> facts() {
        return resource.card().map(card -> Facts.of(frame.words(), card)).orElse(List.of());
    }

    public List<Facts.Fact> terms() {
        return resource.card().map(card -> Facts.terms(frame.words(), card)).orElse(List.of());
    }

    public String about() {
        return resource.card().map(ResourceCard::about).orElse("");
    }

    /** The next days of which the owner has said anything. */
    public List<Day> days() {
        return coming().stream().limit(DAYS).toList();
    }

    /** Days that follow after those in the table. */
    public int laterDays() {
        return Math.max(0, coming().size() - DAYS);
    }

    /** Whether a lesson number alone does not say which lesson is meant. */
    public boolean severalShifts() {
        return timetable.slots().stream().anyMatch(slot -> slot.shift() > 1);
    }

    private List<Day> coming() {
        List<Day> days = new ArrayList<>();
        for (Map.Entry<LocalDate, List<Slot>> day : timetable.byDay().entrySet()) {
            if (!day.getKey().isBefore(today)) {
                days.add(new Day(day.getKey(), day.getValue()));
            }
        }
        return days;
    }

    /** Lessons of one day, ascending. */
    public record Day(LocalDate date, List<Slot> lessons) {
        public Day {
            lessons = List.copyOf(lessons);
        }
    }
}
