// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies in files, {@code vectors/records-KIND.json}: an array of {name, kind, major, body (hex), reading (read, void or
 * unread), card}. {@code card} names the fields as the records of {@code domain} do, and is there for "read" only.
 */
final class RecordVectorsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(strings = {"school", "centre", "practice", "resource", "availability"})
    void bodiesReadAsTheVectorsSay(String kind) throws Exception {
        JsonNode vectors = vectors(kind);

        assertFalse(vectors.isEmpty());
        for (JsonNode vector : vectors) {
            Reading reading = RecordCodec.decode(
                    new Kind(vector.get("kind").asString(), vector.get("major").asInt(), 0),
                    Bytes.ofHex(vector.get("body").asString()));

            String name = vector.get("name").asString();
            assertEquals(vector.get("reading").asString(), verdict(reading), name);
            if (reading instanceof Reading.Read(Card card)) {
                assertEquals(vector.get("card"), json(card), name);
                assertEquals(
                        vector.get("body").asString(), RecordCodec.encode(card).hex(), name);
            }
        }
    }

    static String verdict(Reading reading) {
        return switch (reading) {
            case Reading.Read _ -> "read";
            case Reading.Void _ -> "void";
            case Reading.Unread _ -> "unread";
        };
    }

    static JsonNode json(Object value) throws ReflectiveOperationException {
        return switch (value) {
            case Boolean flag -> JSON.booleanNode(flag);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number.intValue());
            case RecordId id -> JSON.stringNode(id.toString());
            case Hash hash -> JSON.stringNode(hash.toString());
            case Optional<?> optional -> optional.isEmpty() ? JSON.nullNode() : json(optional.get());
            case List<?> list -> array(list);
            case Record fields -> object(fields);
            default -> JSON.stringNode(value.toString());
        };
    }

    private static ArrayNode array(List<?> values) throws ReflectiveOperationException {
        ArrayNode array = JSON.arrayNode();
        for (Object value : values) {
            array.add(json(value));
        }
        return array;
    }

    private static ObjectNode object(Record fields) throws ReflectiveOperationException {
        ObjectNode object = JSON.objectNode();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            object.set(component.getName(), json(component.getAccessor().invoke(fields)));
        }
        return object;
    }

    private static JsonNode vectors(String kind) throws Exception {
        try (InputStream file = RecordVectorsTest.class.getResourceAsStream("/vectors/records-" + kind + ".json")) {
            return JsonMapper.shared().readTree(file);
        }
    }
}
