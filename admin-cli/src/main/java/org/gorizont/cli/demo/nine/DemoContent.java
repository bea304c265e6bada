// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.time.DayOfWeek;
import java.util.List;

/**
 * What the nine schools of the story have and ask. Schools are named here by their short words of the content file.
 *
 * @param network short name of the story
 * @param circle name of the circle
 * @param zone of all schools
 * @param stranger the school that a stranger knocks at
 */
record DemoContent(
        String network,
        String circle,
        String zone,
        String founder,
        List<Question> questions,
        FreeQuestion free,
        Absence absence,
        String stranger,
        List<SchoolContent> schools) {
    DemoContent {
        questions = List.copyOf(questions);
        schools = List.copyOf(schools);
    }

    /** Words that a school searches for, which only others can answer. */
    record Question(String from, String words) {}

    /** Who has a kind of resource free in one lesson of the coming week? */
    record FreeQuestion(String from, String kind, DayOfWeek day, int lesson, int pupils) {}

    /**
     * One school is switched off.
     *
     * @param from school that searches for what the absent one has
     * @param publisher school that publishes meanwhile
     */
    record Absence(String stopped, String from, String words, String publisher) {}
}
