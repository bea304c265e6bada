// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The form of a draft on disk: JSON, so that what somebody typed can be read without this program. */
final class SheetFile {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SheetFile() {}

    static byte[] encode(Sheet sheet) {
        ObjectNode tree = JSON.createObjectNode()
                .put("version", VERSION)
                .put("id", sheet.id())
                .put("kind", sheet.kind().code())
                .put("record", sheet.record().toString())
                .put("author", sheet.author())
                .put("changedAt", sheet.changedAt().toString())
                .put("revision", sheet.revision())
                .put("state", sheet.state().name());
        sheet.basedOn().ifPresent(hash -> tree.put("basedOn", hash.toString()));
        sheet.base().ifPresent(content -> tree.put("base", content.unsafeArray()));
        ObjectNode fields = tree.putObject("fields");
        sheet.fields().forEach(fields::put);
        return JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException if the bytes are no whole draft */
    static Sheet decode(byte[] file) throws IOException {
        try {
            JsonNode tree = JSON.readTree(file);
            if (tree.path("version").asInt(0) != VERSION) {
                throw new IOException("a draft of another version of the program");
            }
            return sheet(tree);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IOException("a damaged draft", e);
        }
    }

    private static Sheet sheet(JsonNode tree) {
        Map<String, String> fields = new LinkedHashMap<>();
        tree.required("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().stringValue()));
        return new Sheet(
                tree.required("id").stringValue(),
                FormKind.of(tree.required("kind").stringValue()).orElseThrow(IllegalArgumentException::new),
                RecordId.ofHex(tree.required("record").stringValue()),
                fields,
                tree.required("author").stringValue(),
                Instant.parse(tree.required("changedAt").stringValue()),
                tree.required("revision").intValue(),
                Sheet.State.valueOf(tree.required("state").stringValue()),
                tree.optional("basedOn").map(hash -> Hash.ofHex(hash.stringValue())),
                tree.optional("base").map(content -> Bytes.wrap(content.binaryValue())));
    }
}
