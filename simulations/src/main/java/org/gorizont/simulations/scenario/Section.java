// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One map of a scenario while it is read: takes values by key, notes what is wrong and which defaults were used, and in the
 * end which keys nobody knows.
 */
final class Section {
    private final String path;
    private final Node.Fields node;
    private final Problems problems;
    private final List<Default> defaults;
    private final TreeSet<String> known = new TreeSet<>();

    Section(String path, Node.Fields node, Problems problems, List<Default> defaults) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        this.defaults = defaults;
    }

    int line() {
        return node.line();
    }

    void problem(String message, Object... details) {
        problems.add(line(), message, details);
    }

    void problemAt(String key, String message, Object... details) {
        problems.add(Optional.ofNullable(node.fields().get(key)).map(Node::line).orElse(line()), message, details);
    }

    boolean has(String key) {
        known.add(key);
        return node.fields().containsKey(key);
    }

    String text(String key, String byDefault) {
        return read(key, byDefault, Optional::of, "text").orElse(byDefault);
    }

    /** A text that must be there. */
    String text(String key) {
        if (!has(key)) {
            problem("key-missing", path(key));
            return "";
        }
        return text(key, "");
    }

    long whole(String key, long byDefault, long least, long most) {
        long number = read(key, String.valueOf(byDefault), Section::parseWhole, "whole")
                .orElse(byDefault);
        if (number < least || number > most) {
            problemAt(key, "out-of-range", path(key), least, most);
            return byDefault;
        }
        return number;
    }

    double number(String key, String byDefault, double least, double most) {
        double number = read(key, byDefault, Section::parseNumber, "number")
                .orElseGet(() -> parseNumber(byDefault).orElseThrow());
        if (number < least || number > most) {
            problemAt(key, "out-of-range", path(key), least, most);
        }
        return number;
    }

    double quantity(String key, String byDefault, Quantity kind) {
        return read(key, byDefault, kind::parse, "unit-" + kind.name().toLowerCase(java.util.Locale.ROOT))
                .orElseGet(() -> kind.parse(byDefault).orElseThrow());
    }

    Duration duration(String key, String byDefault) {
        return Quantity.duration(quantity(key, byDefault, Quantity.TIME));
    }

    /** One of the words. */
    String word(String key, String byDefault, List<String> words) {
        String word = Words.canonical(text(key, byDefault));
        if (!words.contains(word)) {
            problemAt(key, "not-one-of", path(key), word, String.join(", ", words));
            return byDefault;
        }
        return word;
    }

    /** A value of a form of its own. */
    <T> T value(String key, String byDefault, Function<String, Optional<T>> parse, String form) {
        return read(key, byDefault, parse, form)
                .orElseGet(() -> parse.apply(byDefault).orElseThrow());
    }

    /** The map under a key; an empty one if there is none. */
    Section section(String key) {
        Node value = has(key) ? node.fields().get(key) : new Node.Fields(line(), Map.of());
        if (value instanceof Node.Fields fields) {
            return new Section(path(key), fields, problems, defaults);
        }
        problemAt(key, "not-a-map", path(key));
        return new Section(path(key), new Node.Fields(line(), Map.of()), problems, defaults);
    }

    boolean isText(String key) {
        return has(key) && node.fields().get(key) instanceof Node.Text;
    }

    /** The maps in the list under a key; none if there is no such key. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Node.Fields fields) {
                sections.add(new Section(path(key) + "[" + (i + 1) + "]", fields, problems, defaults));
            } else {
                problems.add(items.get(i).line(), "not-a-map", path(key));
            }
        }
        return sections;
    }

    /** The texts in the list under a key. */
    List<String> texts(String key) {
        return items(key).stream()
                .map(item -> item instanceof Node.Text text ? text.text() : "")
                .toList();
    }

    private List<Node> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (node.fields().get(key) instanceof Node.Items items) {
            return items.items();
        }
        problemAt(key, "not-a-list", path(key));
        return List.of();
    }

    /** Says which keys nobody asked for. */
    void end() {
        node.fields().forEach((key, value) -> {
            if (!known.contains(key)) {
                Optional<String> nearest = Words.nearest(key, known);
                problems.add(
                        value.line(),
                        nearest.isPresent() ? "key-unknown-near" : "key-unknown",
                        path(key),
                        nearest.orElseGet(() -> String.join(", ", known)));
            }
        });
    }

    private <T> Optional<T> read(String key, String byDefault, Function<String, Optional<T>> parse, String form) {
        known.add(key);
        Node value = node.fields().get(key);
        if (value == null) {
            defaults.add(new Default(path(key), byDefault));
            return Optional.empty();
        }
        Optional<T> parsed = value instanceof Node.Text text ? parse.apply(text.text()) : Optional.empty();
        if (parsed.isEmpty()) {
            String shown = value instanceof Node.Text text ? text.text() : "...";
            problems.add(value.line(), "form-" + form, path(key), shown);
        }
        return parsed;
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static Optional<Long> parseWhole(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<Double> parseNumber(String text) {
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }
}
