// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorizont.protocol.rows.Column;
import org.gorizont.protocol.rows.Header;
import org.gorizont.protocol.rows.Row;
import org.gorizont.protocol.rows.RowProblem;
import org.gorizont.protocol.rows.RowReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a JSON Lines file: an object a line, with the names of the columns; lists stand for several values. */
final class JsonRows implements RowReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final BufferedReader reader;
    private final Header header;
    private long line;

    JsonRows(BufferedReader reader, Header header) {
        this.reader = reader;
        this.header = header;
    }

    @Override
    public Optional<Row> next(Consumer<RowProblem> problems) {
        for (Optional<String> found = line(); found.isPresent(); found = line()) {
            String text = found.get();
            line++;
            if (text.isBlank()) {
                continue;
            }
            Optional<Map<String, String>> cells = cells(text, problems);
            if (cells.isPresent()) {
                return Optional.of(new Row(line, cells.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(reader.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Map<String, String>> cells(String text, Consumer<RowProblem> problems) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            problems.accept(RowProblem.of(line, "", "json", e.getOriginalMessage()));
            return Optional.empty();
        }
        if (!node.isObject()) {
            problems.accept(RowProblem.of(line, "", "json", node.getNodeType()));
            return Optional.empty();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Optional<Column> column = header.find(field.getKey());
            if (column.isEmpty() || cells.containsKey(column.get().name())) {
                problems.accept(RowProblem.of(line, "", "column", field.getKey()));
                return Optional.empty();
            }
            header.label(column.get(), field.getKey());
            String value = value(field.getValue());
            if (!value.isBlank()) {
                cells.put(column.get().name(), value.strip());
            }
        }
        return Optional.of(cells);
    }

    private static String value(JsonNode node) {
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(part -> parts.add(value(part)));
            return String.join("|", parts);
        }
        return node.isNull() || node.isObject()
                ? ""
                : node.isBoolean() ? node.booleanValue() ? "yes" : "no" : node.asString();
    }
}
