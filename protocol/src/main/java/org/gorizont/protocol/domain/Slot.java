// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.gorizont.protocol.domain.UnfitField.Problem;

/**
 * One lesson of the owner's bells on one day, with its own clock times, so that a later change of bells moves nothing.
 *
 * @param shift from 1
 * @param number lesson number from 0 (a lesson before the first)
 * @param start local time, whole minutes; before {@code end}
 */
public record Slot(LocalDate date, int shift, int number, LocalTime start, LocalTime end, State state) {
    /** By date, shift and number: what tells two slots of one resource apart. */
    public static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::date).thenComparingInt(Slot::shift).thenComparingInt(Slot::number);

    private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);
    private static final int MAX_SHIFT = 4;
    private static final int MAX_NUMBER = 32;

    public Slot {
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            throw new UnfitField("date", Problem.OUT_OF_RANGE, 0);
        }
        Fields.range("shift", shift, 1, MAX_SHIFT);
        Fields.range("number", number, 0, MAX_NUMBER);
        Fields.inOrder("end", start.isBefore(end));
        if (!start.equals(start.truncatedTo(ChronoUnit.MINUTES)) || !end.equals(end.truncatedTo(ChronoUnit.MINUTES))) {
            throw new UnfitField("start", Problem.OUT_OF_RANGE, 0);
        }
    }

    /** What the owner says of the slot. A slot that is not listed is not stated. */
    public enum State {
        FREE,
        BUSY
    }
}
