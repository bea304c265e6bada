// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was answered so far. LOCAL until somebody publishes it.
 *
 * @param step where to go on
 * @param school fields of the school's card, as typed
 * @param centre fields of the centre's card; empty when the school has none
 * @param sheetShown whether somebody may hold a sheet that was never read back, and is worth nothing
 */
public record Answers(Step step, Map<String, String> school, Map<String, String> centre, boolean sheetShown) {
    /** Nothing yet. */
    public static final Answers NONE = new Answers(Step.LANGUAGE, Map.of(), Map.of(), false);

    public Answers {
        school = Map.copyOf(school);
        centre = Map.copyOf(centre);
    }

    /** Going back does not undo what was done further on. */
    public Answers reached(Step further) {
        return new Answers(step.compareTo(further) < 0 ? further : step, school, centre, sheetShown);
    }

    public Answers withSchool(Map<String, String> fields) {
        return new Answers(step, merged(school, fields), centre, sheetShown);
    }

    public Answers withCentre(Map<String, String> fields) {
        return new Answers(step, school, fields, sheetShown);
    }

    public Answers withSheetShown(boolean shown) {
        return new Answers(step, school, centre, shown);
    }

    /** What was typed of the cards is no matter any more: it is published, or a draft. */
    public Answers withoutCards() {
        return new Answers(step, Map.of(), Map.of(), sheetShown);
    }

    public boolean hasCards() {
        return !school.isEmpty();
    }

    private static Map<String, String> merged(Map<String, String> before, Map<String, String> typed) {
        Map<String, String> all = new LinkedHashMap<>(before);
        all.putAll(typed);
        return all;
    }
}
