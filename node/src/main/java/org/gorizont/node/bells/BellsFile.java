// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.bells;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bells on disk: {@code bells.json} of the data directory, replaced as a whole. Safe for all threads. */
public final class BellsFile {
    private static final String NAME = "bells.json";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private Optional<Bells> bells;

    private BellsFile(Path file, Optional<Bells> bells) {
        this.file = file;
        this.bells = bells;
    }

    /** @throws IOException if the file is there and is not what {@link #put} writes */
    public static BellsFile open(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(NAME);
        return new BellsFile(file, Files.exists(file) ? Optional.of(read(file)) : Optional.empty());
    }

    /** Empty until somebody has typed them. */
    public synchronized Optional<Bells> bells() {
        return bells;
    }

    /** @throws IOException if they are not on disk; then the old ones hold */
    public synchronized void put(Bells other) throws IOException {
        ObjectNode tree = JSON.createObjectNode()
                .put("version", VERSION)
                .put("zone", other.zone().getId())
                .put("days", other.days());
        ArrayNode lessons = tree.putArray("lessons");
        other.lessons()
                .forEach(lesson -> lessons.addObject()
                        .put("shift", lesson.shift())
                        .put("number", lesson.number())
                        .put("start", lesson.start().toString())
                        .put("end", lesson.end().toString()));
        Durable.replace(
                file,
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree).getBytes(StandardCharsets.UTF_8),
                OwnerOnly.fileAttributes(file));
        bells = Optional.of(other);
    }

    private static Bells read(Path file) throws IOException {
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            if (tree.path("version").asInt(0) != VERSION) {
                throw new IOException(file + " is of another version of the program");
            }
            List<Lesson> lessons = new ArrayList<>();
            for (JsonNode each : tree.required("lessons")) {
                lessons.add(new Lesson(
                        each.required("shift").intValue(),
                        each.required("number").intValue(),
                        LocalTime.parse(each.required("start").stringValue()),
                        LocalTime.parse(each.required("end").stringValue())));
            }
            return new Bells(
                    lessons,
                    tree.required("days").intValue(),
                    ZoneId.of(tree.required("zone").stringValue()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is damaged: put it back from a backup, or remove it to begin anew", e);
        }
    }
}
