// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the content that the program brings. A mistake in it is a mistake of the program. */
final class ContentFile {
    private static final String FILE = "mariinsk.json";

    private ContentFile() {}

    static DemoContent load() {
        try (InputStream file = ContentFile.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + FILE);
            }
            return read(JsonMapper.shared().readTree(file));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FILE, e);
        }
    }

    private static DemoContent read(JsonNode root) {
        String zone = text(root, "zone");
        SchoolReader reader = new SchoolReader(text(root, "region"), text(root, "municipality"), zone);
        JsonNode absence = root.path("offline");
        return new DemoContent(
                text(root, "network"),
                text(root, "circle"),
                zone,
                text(root, "founder"),
                each(root, "queries")
                        .map(query -> new DemoContent.Question(text(query, "from"), text(query, "words")))
                        .toList(),
                free(root.path("free")),
                new DemoContent.Absence(
                        text(absence, "stopped"),
                        text(absence, "from"),
                        text(absence, "words"),
                        text(absence, "publisher")),
                text(root, "stranger"),
                each(root, "schools").map(reader::read).toList());
    }

    private static DemoContent.FreeQuestion free(JsonNode free) {
        return new DemoContent.FreeQuestion(
                text(free, "from"),
                text(free, "kind"),
                day(text(free, "weekday")),
                number(free, "lesson"),
                number(free, "pupils"));
    }

    /** A day by its first three letters: {@code mon}. */
    static DayOfWeek day(String word) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no day of the week: " + word));
    }

    static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    static int number(JsonNode node, String key) {
        return node.path(key).asInt(0);
    }

    static List<String> texts(JsonNode node, String key) {
        return each(node, key).map(JsonNode::asString).toList();
    }

    static Stream<JsonNode> each(JsonNode node, String key) {
        return node.path(key).valueStream();
    }
}
