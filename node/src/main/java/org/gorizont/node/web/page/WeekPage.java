// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.bells.Bells;
import org.gorizont.node.bells.Lesson;
import org.gorizont.node.desk.DraftDays;
import org.gorizont.node.desk.FieldProblem;
import org.gorizont.protocol.domain.Slot;

/**
 * One week of a draft of a resource's time.
 *
 * @param sheet the draft and what is around it
 * @param days from Monday
 * @param bells empty until somebody has typed them; then there are no days
 */
public record WeekPage(SheetPage sheet, LocalDate monday, List<Day> days, Optional<Bells> bells) {
    /** What a cell can say, in the order on the page. */
    public static final List<String> STATES = List.of(Slot.State.FREE.name(), Slot.State.BUSY.name(), "");

    private static final int WEEK = 7;

    public WeekPage {
        days = List.copyOf(days);
    }

    /** @param changed whether the draft changes it */
    public record Day(LocalDate date, List<Cell> cells, boolean changed) {
        public Day {
            cells = List.copyOf(cells);
        }
    }

    /** @param said what is said of the lesson so far; empty for nothing */
    public record Cell(Lesson lesson, Optional<Slot> said) {
        /** A name of {@link Slot.State}, or nothing. */
        public String state() {
            return said.map(slot -> slot.state().name()).orElse("");
        }

        public String name(LocalDate date) {
            return "s." + date + "." + lesson.shift() + "." + lesson.number();
        }
    }

    public Frame frame() {
        return sheet.frame();
    }

    public String previous() {
        return monday.minusDays(WEEK).toString();
    }

    public String next() {
        return monday.plusDays(WEEK).toString();
    }

    public String range() {
        return frame().words().date(monday) + " – " + frame().words().date(monday.plusDays(WEEK - 1L));
    }

    public String title() {
        return sheet.sheet().title().isEmpty()
                ? frame().say("form.resource.untitled")
                : sheet.sheet().title();
    }

    /** «1 урок», with the shift where a number is not enough. */
    public String lesson(Cell cell) {
        String lesson = frame().say("resource.time.lesson", cell.lesson().number());
        return bells.map(Bells::severalShifts).orElse(false)
                ? lesson + ", "
                        + frame().say("resource.time.shift", cell.lesson().shift())
                : lesson;
    }

    public String clock(Cell cell) {
        return frame().words().time(cell.lesson().start()) + "–"
                + frame().words().time(cell.lesson().end());
    }

    /** The published clock times of a lesson, where the bells have others by now. */
    public Optional<String> otherClock(Cell cell) {
        return cell.said()
                .filter(slot -> !slot.start().equals(cell.lesson().start())
                        || !slot.end().equals(cell.lesson().end()))
                .map(slot -> frame().words().time(slot.start()) + "–"
                        + frame().words().time(slot.end()));
    }

    public String state(String state) {
        return frame().say("week.state." + (state.isEmpty() ? "NONE" : state));
    }

    /** Days that the draft changes, of all weeks. */
    public int changedDays() {
        return DraftDays.of(sheet.sheet().fields()).size();
    }

    public List<String> problems() {
        return sheet.problems().stream().map(this::words).toList();
    }

    private String words(FieldProblem problem) {
        return problem.limit() == 0
                ? frame().say("unfit." + problem.what())
                : frame().say("week.too-many", problem.limit());
    }
}
