// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON: records with their names, two spaces of indentation, no character that a terminal obeys. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper COMPACT = JsonMapper.builder().build();

    private Json() {}

    /** The same in one line. */
    public static String compact(Object value) {
        return Safe.json(COMPACT.writeValueAsString(value));
    }

    /** Reads one answer of a program that belongs to this one. */
    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    public static String of(Object value) {
        return Safe.json(MAPPER.writeValueAsString(value));
    }
}
