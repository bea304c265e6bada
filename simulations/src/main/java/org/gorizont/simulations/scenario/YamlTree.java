// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLSchema;

/** YAML as nodes with lines. Every scalar is text; anchors are refused, since a small file could become a huge one. */
final class YamlTree {
    static final int MOST_CHARACTERS = 4 * 1024 * 1024;
    private static final int MOST_DEPTH = 32;

    private final Problems problems;
    private final YAMLParser parser;

    private YamlTree(Problems problems, YAMLParser parser) {
        this.problems = problems;
        this.parser = parser;
    }

    /** The root, or empty if the text cannot be read; what is wrong is among the problems then. */
    static Optional<Node.Fields> read(String text, Problems problems) {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(0, "too-long", MOST_CHARACTERS / (1024 * 1024));
            return Optional.empty();
        }
        YAMLFactory factory = YAMLFactory.builder()
                .yamlSchema(YAMLSchema.FAILSAFE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (YAMLParser parser = (YAMLParser) factory.createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree(problems, parser).root();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
            problems.add(line, twice ? "key-twice" : "not-yaml", firstLine(e.getOriginalMessage()));
            return Optional.empty();
        }
    }

    private Optional<Node.Fields> root() {
        Optional<Node> node = parser.nextToken() == null ? Optional.empty() : node(1);
        if (node.isPresent() && node.get() instanceof Node.Fields fields) {
            return Optional.of(fields);
        }
        if (problems.none()) {
            problems.add(1, "not-a-scenario");
        }
        return Optional.empty();
    }

    private Optional<Node> node(int depth) {
        int line = line();
        if (depth > MOST_DEPTH || parser.isCurrentAlias() || parser.getObjectId() != null) {
            problems.add(line, depth > MOST_DEPTH ? "too-deep" : "anchor", MOST_DEPTH);
            return Optional.empty();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(line, depth);
            case START_ARRAY -> items(line, depth);
            case VALUE_NULL -> Optional.of(new Node.Text(line, ""));
            case null, default ->
                Optional.of(
                        new Node.Text(line, String.valueOf(parser.getString()).strip()));
        };
    }

    private Optional<Node> fields(int line, int depth) {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int at = line();
            String key = Words.canonical(parser.currentName());
            parser.nextToken();
            Optional<Node> value = node(depth + 1);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (fields.put(key, value.get()) != null) {
                problems.add(at, "key-twice", key);
            }
        }
        return Optional.of(new Node.Fields(line, fields));
    }

    private Optional<Node> items(int line, int depth) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Optional<Node> item = node(depth + 1);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(new Node.Items(line, items));
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String firstLine(String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
