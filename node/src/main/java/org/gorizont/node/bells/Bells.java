// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.bells;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When the lessons of this school are.
 *
 * @param lessons of every day, ascending by {@link Lesson#ORDER}, each once
 * @param days of a week with lessons, from Monday: 5 to 7
 * @param zone of the clock times
 */
public record Bells(List<Lesson> lessons, int days, ZoneId zone) {
    /** Shifts of a day, as many as a published lesson can name. */
    public static final int SHIFTS = 4;
    /** The last lesson of a shift, as far as a published lesson can name it. */
    public static final int LAST_NUMBER = 32;
    /** Lessons of a day; more are refused. */
    public static final int LESSONS = 40;

    /** @throws IllegalArgumentException if lessons are out of order, there is none or too many, or the week is no week */
    public Bells {
        lessons = List.copyOf(lessons);
        if (lessons.isEmpty() || lessons.size() > LESSONS || days < 5 || days > 7) {
            throw new IllegalArgumentException(lessons.size() + " lessons on " + days + " days");
        }
        for (int i = 1; i < lessons.size(); i++) {
            if (Lesson.ORDER.compare(lessons.get(i - 1), lessons.get(i)) >= 0) {
                throw new IllegalArgumentException("lessons out of order: " + lessons.get(i));
            }
        }
    }

    /** The lesson of this number. */
    public Optional<Lesson> lesson(int shift, int number) {
        return lessons.stream()
                .filter(lesson -> lesson.shift() == shift && lesson.number() == number)
                .findFirst();
    }

    /** Whether a number alone does not say which lesson is meant. */
    public boolean severalShifts() {
        return lessons.stream().anyMatch(lesson -> lesson.shift() > 1);
    }
}
