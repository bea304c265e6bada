// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.cli.text.SettingWords;
import org.gorizont.protocol.wire.v1.AdminWire.FindingState;

/** Findings of the doctor in words: what somebody should do something about first, what is well last. */
public final class FindingLines {
    static final String ATTENTION = "ATTENTION";
    private static final String DISK = "DISK_";
    private static final List<String> GRADES = List.of(ATTENTION, "NOTE", "FINE");
    /** Which value is a name for which there are words already. */
    private static final Map<String, Named> NAMES = Map.of(
            "WRITING_REFUSED", new Named(0, "refusal"),
            "BACKUP_FAILED", new Named(0, "failure"),
            "PROXY_FAILS", new Named(1, "problem"),
            "REACH_RELAY_FAILS", new Named(1, "problem"));

    private final Messages say;

    public FindingLines(Messages say) {
        this.say = say;
    }

    /** A value that is the name of a constant. */
    private record Named(int place, String group) {}

    public List<String> of(List<FindingState> findings) {
        List<String> lines = new ArrayList<>();
        for (String grade : GRADES) {
            List<FindingState> such = findings.stream()
                    .filter(finding -> finding.getGrade().equals(grade))
                    .toList();
            if (!such.isEmpty()) {
                lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
                lines.add(say.of("doctor.grade." + grade));
                such.forEach(finding -> lines.addAll(of(finding)));
            }
        }
        return lines;
    }

    private List<String> of(FindingState finding) {
        if (finding.getWhat().equals("PEERS_ADVICE")) {
            String advice = say.word("advice", finding.getValues(0));
            return List.of("- " + advice.replace("{0}", Safe.line(finding.getValues(1))));
        }
        if (finding.getWhat().equals("SETTINGS_WRONG")) {
            String mistake = Safe.line(SettingWords.of(finding.getValuesList(), say));
            return List.of(
                    "- " + say.of("doctor.SETTINGS_WRONG", mistake), "  → " + say.of("doctor.SETTINGS_WRONG.next"));
        }
        String key = key(finding.getWhat());
        if (!say.has(key)) {
            // A newer node; it knows more than this command.
            return List.of("- " + Safe.line(finding.getWhat() + " " + String.join(" ", finding.getValuesList())));
        }
        Object[] values = values(finding);
        Stream<String> what = Stream.of("- " + say.of(key, values));
        Stream<String> next = Stream.of(key + ".next").filter(say::has).map(words -> "  → " + say.of(words, values));
        return Stream.concat(what, next).toList();
    }

    /** Of the disk, status says the same in the same words. */
    private static String key(String what) {
        return what.startsWith(DISK) && !what.equals(DISK + "ENOUGH")
                ? "space." + what.substring(DISK.length())
                : "doctor." + what;
    }

    private Object[] values(FindingState finding) {
        List<String> values =
                new ArrayList<>(finding.getValuesList().stream().map(Safe::line).toList());
        Named named = NAMES.get(finding.getWhat());
        if (named != null && named.place() < values.size()) {
            String name = values.get(named.place());
            values.set(named.place(), name.isEmpty() ? say.of("doctor.unknown") : say.word(named.group(), name));
        }
        values.replaceAll(value -> value.isEmpty() ? say.of("doctor.unknown") : value);
        return values.toArray();
    }
}
