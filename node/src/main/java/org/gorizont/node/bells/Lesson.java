// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.bells;

import java.time.LocalTime;
import java.util.Comparator;

/**
 * One lesson of the bells.
 *
 * @param shift 1 to {@link Bells#SHIFTS}
 * @param number 0 (a lesson before the first) to {@link Bells#LAST_NUMBER}
 * @param start whole minutes, before {@code end}
 */
public record Lesson(int shift, int number, LocalTime start, LocalTime end) {
    /** By shift and number: what tells two lessons of a day apart. */
    public static final Comparator<Lesson> ORDER =
            Comparator.comparingInt(Lesson::shift).thenComparingInt(Lesson::number);

    /** @throws IllegalArgumentException if a part is out of its range */
    public Lesson {
        if (shift < 1 || shift > Bells.SHIFTS || number < 0 || number > Bells.LAST_NUMBER || !start.isBefore(end)) {
            throw new IllegalArgumentException("no lesson: " + shift + " " + number + " " + start + " " + end);
        }
    }
}
