// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds things by the names that the planner gave them. */
final class Names {
    private Names() {}

    /** Indices of the schools that a list names, ascending. */
    static List<Integer> find(Section section, String key, List<Scenario.School> schools) {
        List<String> names = schools.stream().map(Scenario.School::name).toList();
        TreeSet<Integer> found = new TreeSet<>();
        for (String name : section.texts(key)) {
            int index = names.indexOf(name);
            if (index < 0) {
                unknown(section, key, name, names);
            } else {
                found.add(index);
            }
        }
        return new ArrayList<>(found);
    }

    static void unknown(Section section, String key, String name, List<String> known) {
        Optional<String> nearest = Words.nearest(name, known);
        section.problemAt(
                key,
                nearest.isPresent() ? "name-unknown-near" : "name-unknown",
                name,
                nearest.orElseGet(() -> String.join(", ", known.subList(0, Math.min(10, known.size())))));
    }
}
