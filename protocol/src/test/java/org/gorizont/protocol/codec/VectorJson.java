// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.model.Signature;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Values as the JSON of the vector files; src/test/resources/vectors/README.md describes it. */
final class VectorJson {
    private static final long EXACT_IN_EVERY_READER = 1L << 53;

    private VectorJson() {}

    static String write(Object value) {
        return JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(plain(value))
                        .replace("\r\n", "\n")
                + "\n";
    }

    private static @Nullable Object plain(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case Integer number -> number;
            case Long number -> exact(number) ? number : Long.toUnsignedString(number);
            case Instant time -> time.toEpochMilli();
            case Channel channel -> channel.number();
            case Bytes bytes -> bytes.hex();
            case Scope scope -> scope.bytes().hex();
            case Signature signature -> signature.bytes().hex();
            case SealingKey key -> key.bytes().hex();
            case Hash _, SchoolId _, CircleId _, RecordId _, PublicKey _ -> value.toString();
            case Optional<?> optional -> optional.isEmpty() ? null : plain(optional.get());
            case Collection<?> list -> list.stream().map(VectorJson::plain).toList();
            case Map<?, ?> map -> fields(map);
            case Entry entry -> fields(parts(entry));
            case Record fields -> fields(fields);
            default -> value.toString();
        };
    }

    private static Map<String, Object> parts(Entry entry) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("headerBytes", entry.headerBytes());
        parts.put("hash", entry.hash());
        parts.put("header", entry.header());
        parts.put("body", entry.body());
        return parts;
    }

    private static boolean exact(long number) {
        return number >= 0 && number < EXACT_IN_EVERY_READER;
    }

    private static Map<String, @Nullable Object> fields(Map<?, ?> map) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put(key.toString(), plain(value)));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Record value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : List.of(value.getClass().getRecordComponents())) {
            try {
                component.getAccessor().setAccessible(true);
                fields.put(component.getName(), plain(component.getAccessor().invoke(value)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record without accessors", e);
            }
        }
        return fields;
    }
}
