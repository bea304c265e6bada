// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gorizont.node.desk.FieldProblem;
import org.gorizont.node.desk.FormField;
import org.gorizont.node.desk.FormKind;

/** A field of a form as it stands on the page. */
public record FieldView(Frame frame, FormKind kind, FormField field, String value, Optional<FieldProblem> problem) {
    private static final List<String> ZONES = List.of(
            "Europe/Kaliningrad",
            "Europe/Moscow",
            "Europe/Samara",
            "Asia/Yekaterinburg",
            "Asia/Omsk",
            "Asia/Novosibirsk",
            "Asia/Novokuznetsk",
            "Asia/Tomsk",
            "Asia/Barnaul",
            "Asia/Krasnoyarsk",
            "Asia/Irkutsk",
            "Asia/Yakutsk",
            "Asia/Vladivostok",
            "Asia/Magadan",
            "Asia/Kamchatka");

    private static final int UNFOLDED = 20;

    /** Something that can be chosen. */
    public record Choice(String code, String name, boolean chosen) {}

    public String id() {
        return "f-" + field.name();
    }

    public String name() {
        return "f." + field.name();
    }

    public String label() {
        return frame.say(key());
    }

    public Optional<String> hint() {
        return frame.words().has(key() + ".hint") ? Optional.of(frame.say(key() + ".hint")) : Optional.empty();
    }

    /** What is wrong, in words. */
    public String problemText() {
        return problem.map(found -> found.limit() == 0
                        ? frame.say("unfit." + found.what())
                        : frame.say("unfit." + found.what() + ".limit", limit(found)))
                .orElse("");
    }

    /** Ids of what explains the field; null when nothing does. */
    public String describedBy() {
        List<String> ids = new ArrayList<>();
        problem.ifPresent(_ -> ids.add(id() + "-problem"));
        hint().ifPresent(_ -> ids.add(id() + "-hint"));
        return String.join(" ", ids);
    }

    /** What can be chosen, and what is chosen though it is in no list. */
    public List<Choice> choices() {
        Set<String> chosen =
                value.lines().filter(line -> !line.isBlank()).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> codes = new LinkedHashSet<>(
                field.words().map(words -> frame.words().codes(words)).orElse(ZONES));
        codes.addAll(chosen);
        return codes.stream()
                .map(code -> new Choice(code, shown(code), chosen.contains(code)))
                .toList();
    }

    /** What was typed, in words that people read. */
    public String shown(String typed) {
        if (field.words().isPresent()) {
            return typed.lines()
                    .map(code -> frame.words()
                            .capital(frame.words().name(field.words().get(), code)))
                    .collect(Collectors.joining(", "));
        } else if (field.type() == FormField.Type.FLAG) {
            return typed.isEmpty() ? frame.say("form.no") : frame.say("form.yes");
        }
        return field.type() == FormField.Type.ZONE && frame.words().has("zone." + typed)
                ? frame.say("zone." + typed)
                : typed;
    }

    /** A long list of choices is folded away until something in it is chosen. */
    public boolean isUnfolded() {
        return !value.isBlank() || choices().size() <= UNFOLDED;
    }

    /** How many there are to choose from, and what is chosen. */
    public String count() {
        return value.isBlank() ? frame.say("form.choose", choices().size()) : shown(value);
    }

    public boolean isFlagSet() {
        return !value.isEmpty();
    }

    private Object limit(FieldProblem found) {
        boolean degrees = field.type() == FormField.Type.DEGREES;
        return degrees ? found.limit() / 100_000 : found.limit();
    }

    private String key() {
        return "form." + kind.code() + "." + field.name();
    }
}
