// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.domain.UnfitField;
import org.gorizont.protocol.model.RecordId;

/**
 * Days in a draft of a resource's time. Each is a field named by its date, with a line for each lesson that is said to be
 * free or busy; a day without a line takes back what was said of it. Days without a field stay as they are published.
 */
public final class DraftDays {
    /** Field with the id of the resource. */
    public static final String RESOURCE = "resource";
    /** Field with the name of the resource, for lists. */
    public static final String TITLE = "title";
    /** Field with the name of the zone of all clock times. */
    public static final String ZONE = "zone";

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern LINE =
            Pattern.compile("([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{2}:[0-9]{2}) ([0-9]{2}:[0-9]{2}) (FREE|BUSY)");

    private DraftDays() {}

    /** The file of a draft holds what no page has put there. */
    public static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(String what) {
            super("a damaged draft of a resource's time: " + what);
        }
    }

    /** Fields of a draft that says just this. */
    public static Map<String, String> fields(
            RecordId resource, String title, String zone, SequencedMap<LocalDate, List<Slot>> days) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(RESOURCE, resource.toString());
        fields.put(TITLE, title);
        fields.put(ZONE, zone);
        days.forEach((date, day) -> fields.put(date.toString(), lines(day)));
        return fields;
    }

    /**
     * The days that a draft changes, each with its lessons ascending.
     *
     * @throws Damaged if a day cannot be read
     */
    public static SequencedMap<LocalDate, List<Slot>> of(Map<String, String> fields) {
        SequencedMap<LocalDate, List<Slot>> days = new TreeMap<>();
        fields.forEach((name, lines) -> {
            if (DATE.matcher(name).matches()) {
                try {
                    LocalDate date = LocalDate.parse(name);
                    days.put(date, slots(date, lines));
                } catch (DateTimeException | UnfitField _) {
                    throw new Damaged(name);
                }
            }
        });
        return days;
    }

    /** A day as its field holds it. */
    private static String lines(List<Slot> day) {
        return day.stream()
                .map(slot ->
                        "%d %d %s %s %s".formatted(slot.shift(), slot.number(), slot.start(), slot.end(), slot.state()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Slot> slots(LocalDate date, String lines) {
        TreeSet<Slot> slots = new TreeSet<>(Slot.ORDER);
        for (String line : lines.lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()
                    || !slots.add(new Slot(
                            date,
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            LocalTime.parse(parts.group(3)),
                            LocalTime.parse(parts.group(4)),
                            Slot.State.valueOf(parts.group(5))))) {
                throw new Damaged(date.toString());
            }
        }
        return List.copyOf(slots);
    }
}
