// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.time.LocalTime;
import java.util.List;

/** The lessons of one school's day, the first one first. */
record Bells(List<Lesson> lessons) {
    Bells {
        lessons = List.copyOf(lessons);
    }

    /** Start and end by the school's clock. */
    record Lesson(LocalTime start, LocalTime end) {
        /** Reads {@code 08:30-09:10}. */
        static Lesson parse(String text) {
            String[] ends = text.split("-", 2);
            return new Lesson(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        }
    }
}
