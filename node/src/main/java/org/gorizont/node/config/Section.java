// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gorizont.node.config.ConfigProblem.Kind;
import org.gorizont.protocol.model.Endpoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A table of the file. Values are asked for by key; what was not asked for is a problem in the end. */
final class Section {
    static final int MAX_PORT = 65_535;

    private final String path;
    private final JsonNode table;
    private final List<ConfigProblem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param path of the table with a dot behind it, empty for the whole file */
    Section(String path, JsonNode table, List<ConfigProblem> problems) {
        this.path = path;
        this.table = table;
        this.problems = problems;
    }

    /** A table in this one; an empty one if it is missing. */
    <T> T section(String key, Function<Section, T> reader) {
        JsonNode value = value(key);
        if (value != null && !value.isObject()) {
            problem(Kind.NOT_A_TABLE, key);
        }
        Section section =
                new Section(path + key + ".", value == null ? JsonNodeFactory.instance.objectNode() : value, problems);
        T read = reader.apply(section);
        section.complainAboutTheRest();
        return read;
    }

    String text(String key, String otherwise) {
        return optionalText(key).orElse(otherwise);
    }

    int number(String key, int otherwise, int min, int max) {
        JsonNode value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            problem(Kind.NOT_A_NUMBER, key, min, max);
            return otherwise;
        }
        return value.intValue();
    }

    /** A number that may be missing. */
    Optional<Integer> optionalNumber(String key, int min, int max) {
        return value(key) == null ? Optional.empty() : Optional.of(number(key, min, min, max));
    }

    /** A time zone that may be missing. */
    Optional<ZoneId> zone(String key) {
        return optionalText(key).flatMap(text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException _) {
                problem(Kind.NOT_A_ZONE, key);
                return Optional.empty();
            }
        });
    }

    /** A folder that may be missing; it is named from the root, since nobody knows where the node is started. */
    Optional<Path> folder(String key) {
        return optionalText(key).flatMap(text -> {
            try {
                Path folder = Path.of(text);
                if (folder.isAbsolute()) {
                    return Optional.of(folder);
                }
            } catch (InvalidPathException _) {
                // Told below.
            }
            problem(Kind.NOT_A_PATH, key);
            return Optional.empty();
        });
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            problem(Kind.NOT_A_SWITCH, key);
            return otherwise;
        }
        return value.booleanValue();
    }

    Optional<Endpoint> endpoint(String key) {
        return optionalText(key).flatMap(text -> parsed(key, text, Endpoints::parse));
    }

    List<Advertised> advertised(String key) {
        JsonNode value = value(key);
        List<Advertised> advertised = new ArrayList<>();
        if (value == null) {
            return advertised;
        }
        if (!value.isArray()) {
            problem(Kind.NOT_A_LIST, key);
            return advertised;
        }
        for (JsonNode element : value) {
            String text = element.isString() ? element.stringValue() : "";
            parsed(key, text, Advertised::parse).ifPresent(advertised::add);
        }
        return advertised;
    }

    /** Tells of every key that was not asked for, with the known one that looks most like it. */
    void complainAboutTheRest() {
        for (String key : table.propertyNames()) {
            if (!known.contains(key)) {
                problem(Kind.NOT_KNOWN, key, path + NearestWord.to(key, known));
            }
        }
    }

    private Optional<String> optionalText(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            problem(Kind.NOT_TEXT, key);
            return Optional.empty();
        }
        return Optional.of(value.stringValue());
    }

    private <T> Optional<T> parsed(String key, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            problem(Kind.NOT_AN_ADDRESS, key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private @Nullable JsonNode value(String key) {
        known.add(key);
        return table.get(key);
    }

    void problem(Kind kind, String key, Object... values) {
        problems.add(ConfigProblem.of(kind, path + key, values));
    }
}
