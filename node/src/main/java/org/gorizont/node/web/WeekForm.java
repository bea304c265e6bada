// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.gorizont.node.bells.Bells;
import org.gorizont.node.bells.BellsFile;
import org.gorizont.node.bells.Lesson;
import org.gorizont.node.desk.DraftDays;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.readmodel.Timetable;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.SheetPage;
import org.gorizont.node.web.page.WeekPage;
import org.gorizont.protocol.domain.Slot;

/**
 * The form of a resource's time: a week, of which each lesson is free, taken or not stated. What is typed is kept by days;
 * a day whose lessons were not touched stays as it is published, with its own clock times.
 */
final class WeekForm {
    /** Weeks that one press may repeat; a school year has fewer. */
    static final int WEEKS = 40;

    private static final int WEEK = 7;
    private static final int FIRST_YEAR = 2001;
    private static final int LAST_YEAR = 2190;

    private final OwnRecords own;
    private final BellsFile bells;
    private final InstantSource clock;

    WeekForm(OwnRecords own, BellsFile bells, InstantSource clock) {
        this.own = own;
        this.bells = bells;
        this.clock = clock;
    }

    /** The page of the week that is asked for, around a draft. */
    WeekPage page(Context context, SheetPage sheet) {
        LocalDate monday = monday(context);
        Optional<Bells> now = bells.bells();
        List<WeekPage.Day> days = new ArrayList<>();
        if (now.isPresent()) {
            Days all = days(sheet.sheet());
            for (int i = 0; i < WEEK; i++) {
                LocalDate date = monday.plusDays(i);
                List<Slot> said = all.of(date);
                if (i < now.get().days() || !said.isEmpty()) {
                    days.add(new WeekPage.Day(date, cells(now.get(), said), all.changed.containsKey(date)));
                }
            }
        }
        return new WeekPage(sheet, monday, days, now);
    }

    /** The fields of a draft after what was typed in one week of it. */
    Map<String, String> typed(Context context, Sheet sheet) {
        Optional<Bells> now = bells.bells();
        if (now.isEmpty()) {
            return sheet.fields();
        }
        Days days = days(sheet);
        LocalDate monday = monday(context);
        for (int i = 0; i < WEEK; i++) {
            LocalDate date = monday.plusDays(i);
            List<Slot> before = days.of(date);
            List<Slot> after = typed(context, date, cells(now.get(), before));
            if (!states(before).equals(states(after))) {
                days.put(date, after);
            }
        }
        if (!DeskDraft.typed(context, "copy").isEmpty()) {
            repeat(days, monday, weeks(context));
        }
        return DraftDays.fields(sheet.record(), sheet.title(), now.get().zone().getId(), days.changed);
    }

    /** The address of the week that whoever types wants to see next. */
    String other(Context context, Sheet sheet) {
        return Links.week(sheet.id(), monday(DeskDraft.typed(context, "go")));
    }

    private static void repeat(Days days, LocalDate monday, int weeks) {
        for (int week = 1; week <= weeks; week++) {
            for (int i = 0; i < WEEK; i++) {
                LocalDate to = monday.plusDays(i + (long) week * WEEK);
                List<Slot> copied = days.of(monday.plusDays(i)).stream()
                        .map(slot -> new Slot(to, slot.shift(), slot.number(), slot.start(), slot.end(), slot.state()))
                        .toList();
                if (!copied.isEmpty()) {
                    days.put(to, copied);
                }
            }
        }
    }

    /** One cell a lesson, of the bells or of what is said already. */
    private static List<WeekPage.Cell> cells(Bells bells, List<Slot> said) {
        TreeSet<Lesson> lessons = new TreeSet<>(Lesson.ORDER);
        lessons.addAll(bells.lessons());
        said.forEach(slot -> lessons.add(new Lesson(slot.shift(), slot.number(), slot.start(), slot.end())));
        return lessons.stream()
                .map(lesson -> new WeekPage.Cell(
                        lesson,
                        said.stream()
                                .filter(slot -> slot.shift() == lesson.shift() && slot.number() == lesson.number())
                                .findFirst()))
                .toList();
    }

    private static List<Slot> typed(Context context, LocalDate date, List<WeekPage.Cell> cells) {
        String rest = DeskDraft.typed(context, "rest");
        List<Slot> slots = new ArrayList<>();
        for (WeekPage.Cell cell : cells) {
            String sent = context.formParam(cell.name(date));
            // A cell that was not on the page says nothing.
            String state = sent == null ? cell.state() : sent;
            for (Slot.State known : Slot.State.values()) {
                boolean filled = state.isEmpty() && rest.equals(date + "." + known);
                if (state.equals(known.name()) || filled) {
                    Lesson lesson = cell.lesson();
                    slots.add(new Slot(date, lesson.shift(), lesson.number(), lesson.start(), lesson.end(), known));
                }
            }
        }
        return slots;
    }

    private static List<String> states(List<Slot> slots) {
        return slots.stream()
                .map(slot -> slot.shift() + " " + slot.number() + " " + slot.state())
                .toList();
    }

    private static int weeks(Context context) {
        String typed = DeskDraft.typed(context, "weeks").strip();
        return typed.matches("[0-9]{1,3}") ? Math.min(WEEKS, Integer.parseInt(typed)) : 0;
    }

    private LocalDate monday(Context context) {
        String typed = DeskDraft.typed(context, "week");
        return monday(
                typed.isEmpty()
                        ? Optional.ofNullable(context.queryParam("week")).orElse("")
                        : typed);
    }

    /** The Monday of the week with this day; of the present one if this is no day. */
    private LocalDate monday(String typed) {
        LocalDate day;
        try {
            day = LocalDate.parse(typed);
        } catch (DateTimeException _) {
            day = LocalDate.ofInstant(clock.instant(), zone());
        }
        // What nobody can publish is not shown: years have four digits here.
        boolean known = day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
        return (known ? day : LocalDate.ofInstant(clock.instant(), zone()))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private ZoneId zone() {
        return bells.bells().map(Bells::zone).orElseGet(ZoneId::systemDefault);
    }

    private Days days(Sheet sheet) {
        return new Days(
                own.catalogue().availability(own.publisher().self(), sheet.record()), DraftDays.of(sheet.fields()));
    }

    /** Days as they are published, and those that the draft changes. */
    private record Days(Timetable published, SequencedMap<LocalDate, List<Slot>> changed) {
        List<Slot> of(LocalDate date) {
            List<Slot> day = changed.get(date);
            return day == null ? publishedOn(date) : day;
        }

        void put(LocalDate date, List<Slot> day) {
            if (day.equals(publishedOn(date))) {
                changed.remove(date);
            } else {
                changed.put(date, day);
            }
        }

        private List<Slot> publishedOn(LocalDate date) {
            return published.slots().stream()
                    .filter(slot -> slot.date().equals(date))
                    .toList();
        }
    }
}
