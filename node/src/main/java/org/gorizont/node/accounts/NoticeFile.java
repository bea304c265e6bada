// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The notices of one account on disk. */
final class NoticeFile {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private NoticeFile() {}

    static byte[] encode(Notices.Held held) {
        ObjectNode tree = JSON.createObjectNode().put("version", VERSION).put("last", held.last());
        ArrayNode notices = tree.putArray("notices");
        held.notices().forEach(notice -> notices.add(tree(notice)));
        ArrayNode works = tree.putArray("works");
        held.works().forEach(work -> put(work, works.addObject()));
        return JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if the bytes are not what {@link #encode} gives. */
    static Optional<Notices.Held> decode(byte[] file) {
        try {
            JsonNode tree = JSON.readTree(file);
            if (tree.path("version").asInt(0) != VERSION) {
                return Optional.empty();
            }
            List<Notice> notices = new ArrayList<>();
            for (JsonNode notice : tree.required("notices")) {
                notices.add(notice(notice));
            }
            List<Notice.Work> works = new ArrayList<>();
            for (JsonNode work : tree.required("works")) {
                works.add(work(work));
            }
            return Optional.of(new Notices.Held(tree.required("last").longValue(), notices, works));
        } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ObjectNode tree(Notice notice) {
        ObjectNode tree = JSON.createObjectNode()
                .put("number", notice.number())
                .put("at", notice.at().toString())
                .put("by", notice.by());
        switch (notice.event()) {
            case Notice.Event.Published(Notice.Work work) -> put(work, tree.put("what", "published"));
            case Notice.Event.Changed(Notice.Work work) -> put(work, tree.put("what", "changed"));
            case Notice.Event.Roles(Set<Role> roles) -> {
                ArrayNode codes = tree.put("what", "roles").putArray("roles");
                EnumSet.copyOf(roles).forEach(role -> codes.add(role.code()));
            }
            case Notice.Event.NewCode() -> tree.put("what", "code");
        }
        return tree;
    }

    private static void put(Notice.Work work, ObjectNode tree) {
        tree.put("kind", work.kind()).put("record", work.record()).put("title", work.title());
    }

    private static Notice notice(JsonNode tree) {
        return new Notice(
                tree.required("number").longValue(),
                Instant.parse(tree.required("at").stringValue()),
                tree.required("by").stringValue(),
                event(tree));
    }

    private static Notice.Event event(JsonNode tree) {
        return switch (tree.required("what").stringValue()) {
            case "published" -> new Notice.Event.Published(work(tree));
            case "changed" -> new Notice.Event.Changed(work(tree));
            case "roles" -> new Notice.Event.Roles(roles(tree.required("roles")));
            case "code" -> new Notice.Event.NewCode();
            default -> throw new IllegalArgumentException("an unknown notice");
        };
    }

    private static Set<Role> roles(JsonNode codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        codes.forEach(code -> roles.add(Role.of(code.stringValue()).orElseThrow(IllegalArgumentException::new)));
        return roles;
    }

    private static Notice.Work work(JsonNode tree) {
        return new Notice.Work(
                tree.required("kind").stringValue(),
                tree.required("record").stringValue(),
                tree.required("title").stringValue());
    }
}
