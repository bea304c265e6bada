// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what fails. */
final class FaultsReader {
    private static final Pattern RULE = Pattern.compile("(\\S+)\\s+(\\d{1,4})");
    private static final List<String> RULES = List.of("random", "best_connected");

    private final List<Scenario.School> schools;
    private final Duration plan;

    FaultsReader(List<Scenario.School> schools, Duration plan) {
        this.schools = schools;
        this.plan = plan;
    }

    List<Scenario.SwitchOff> read(List<Section> sections) {
        List<Scenario.SwitchOff> faults = new ArrayList<>();
        for (Section section : sections) {
            section.word("what", "switch_off", List.of("switch_off"));
            Duration at = section.duration("at", "0 s");
            if (at.compareTo(plan) >= 0) {
                section.problemAt("at", "after-the-end", "at");
            }
            Scenario.Whom whom = whom(section);
            Duration lasting = section.duration("for", "1 d");
            section.end();
            faults.add(new Scenario.SwitchOff(at, whom, lasting));
        }
        return faults;
    }

    private Scenario.Whom whom(Section section) {
        if (!section.isText("whom")) {
            List<Integer> named = Names.find(section, "whom", schools);
            if (named.isEmpty()) {
                section.problem("key-missing", "whom");
            }
            return new Scenario.Whom(Optional.empty(), named.size(), named);
        }
        Matcher rule = RULE.matcher(section.text("whom"));
        String word = rule.matches() ? Words.canonical(rule.group(1)) : "";
        int count = rule.matches() ? Integer.parseInt(rule.group(2)) : 0;
        if (!RULES.contains(word) || count < 1 || count > schools.size()) {
            section.problemAt("whom", "whom-form", schools.size());
        }
        return new Scenario.Whom(Optional.of(word), count, List.of());
    }
}
