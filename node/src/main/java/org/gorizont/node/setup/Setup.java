// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first start of a data directory: its answers, in the file {@code setup} for the owner alone, which is gone once the last
 * step was left. What is told as kept is on disk. Safe for all threads.
 */
public final class Setup {
    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);
    private static final String FILE = "setup";
    private static final int VERSION = 1;
    /** Longer than all fields of both cards. */
    private static final long MAX_FILE_BYTES = 1 << 18;

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private Answers answers;
    private boolean pending;

    private Setup(Path file, Answers answers, boolean pending) {
        this.file = file;
        this.answers = answers;
        this.pending = pending;
    }

    /** As far as it has come; a damaged file costs no more than what was typed. */
    public static Setup open(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new IOException("too long");
            }
            return new Setup(file, answers(JSON.readTree(Files.readAllBytes(file))), true);
        } catch (NoSuchFileException _) {
            return new Setup(file, Answers.NONE, false);
        } catch (IOException | JacksonException | IllegalArgumentException _) {
            LOG.warn("what was typed at the first start cannot be read: it has to be typed again");
            return new Setup(file, Answers.NONE, true);
        }
    }

    public synchronized Answers answers() {
        return answers;
    }

    /** Whether the first start was begun on pages and is not over. */
    public synchronized boolean isPending() {
        return pending;
    }

    public synchronized void change(UnaryOperator<Answers> how) throws IOException {
        Answers after = how.apply(answers);
        if (!after.equals(answers) || !pending) {
            Durable.replace(file, encoded(after), OwnerOnly.fileAttributes(file));
            answers = after;
            pending = true;
        }
    }

    /** The first start is over. */
    public synchronized void end() throws IOException {
        Files.deleteIfExists(file);
        answers = Answers.NONE;
        pending = false;
    }

    private static byte[] encoded(Answers answers) {
        ObjectNode tree = JSON.createObjectNode()
                .put("version", VERSION)
                .put("step", answers.step().code())
                .put("sheetShown", answers.sheetShown());
        ObjectNode school = tree.putObject("school");
        answers.school().forEach(school::put);
        ObjectNode centre = tree.putObject("centre");
        answers.centre().forEach(centre::put);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
    }

    private static Answers answers(JsonNode tree) {
        if (tree.path("version").asInt(0) != VERSION) {
            throw new IllegalArgumentException("of another version of the program");
        }
        return new Answers(
                Step.of(tree.required("step").stringValue()).orElseThrow(IllegalArgumentException::new),
                fields(tree.required("school")),
                fields(tree.required("centre")),
                tree.required("sheetShown").booleanValue());
    }

    private static Map<String, String> fields(JsonNode tree) {
        Map<String, String> fields = new LinkedHashMap<>();
        tree.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().stringValue()));
        return fields;
    }
}
