// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gorizont.cli.process.QuickStarts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole story with real processes, through the launcher and the built jars. */
final class DemoIT {
    private static final int SCHOOLS = 9;
    private static final long SECONDS = 480;
    private static final List<String> STEPS = List.of(
            "found",
            "join",
            "converge",
            "search",
            "freeslot",
            "stop",
            "offline",
            "publish",
            "rejoin",
            "stranger",
            "receipts");

    @TempDir
    private Path folder;

    @BeforeAll
    static void quickly() throws Exception {
        QuickStarts.make();
    }

    @Test
    @Timeout(900)
    void nineSchoolsGoThroughTheWholeStory() throws Exception {
        JsonNode object;
        try (DemoProcess demo = DemoProcess.start(folder, "demo", "--exit", "--json", "--hold", "offline")) {
            recordsOfTheStoppedSchoolAreFoundByHand(demo.object(SECONDS));
            demo.pressEnter();
            object = demo.object(SECONDS);
            assertEquals(0, demo.exitCode(60), demo.errors());
            assertEquals("", demo.rest());
        }

        assertAll(
                () -> counts(object),
                () -> searches(object),
                () -> freeSlot(object.path("freeSlot")),
                () -> offline(object.path("offline")),
                () -> assertTrue(object.path("stranger").path("refused").asBoolean()),
                () -> assertEquals(
                        "INVITATION_REFUSED",
                        object.path("stranger").path("reason").asString()),
                () -> assertEquals(
                        SCHOOLS - 1, object.path("receipts").path("stated").asInt()),
                () -> assertEquals(
                        32, object.path("receipts").path("record").asString().length()),
                () -> processes(object),
                () -> steps(object.path("steps")));
        pids(object).forEach(pid -> assertFalse(isAlive(pid)));
    }

    private void recordsOfTheStoppedSchoolAreFoundByHand(JsonNode held) throws Exception {
        JsonNode offline = held.path("offline");
        String stopped = offline.path("stopped").asString();

        assertFalse(isAlive(offline.path("pid").asLong()));
        assertEquals("offline", held.path("steps").path(6).path("id").asString());
        assertEquals(SCHOOLS - 1, pids(held).stream().filter(DemoIT::isAlive).count());

        List<JsonNode> others = held.path("nodes")
                .valueStream()
                .filter(node -> !node.path("school").asString().equals(stopped))
                .toList();
        for (JsonNode node : List.of(others.getFirst(), others.getLast())) {
            assertTrue(finds(node.path("dataDir").asString(), "теплица", stopped), node::toString);
        }
    }

    /** As by Ctrl-C. */
    @Test
    @Timeout(300)
    void anEndInTheMiddleEndsAllNodesAndLeavesNothingBehind() throws Exception {
        List<ProcessHandle> nodes;
        try (DemoProcess demo = DemoProcess.start(folder, "demo", "--exit")) {
            await().atMost(Duration.ofMinutes(2)).until(() -> demo.nodes().size() >= 2);
            nodes = demo.nodes();
        }

        await().atMost(Duration.ofMinutes(1)).until(() -> nodes.stream().noneMatch(ProcessHandle::isAlive));
        await().atMost(Duration.ofMinutes(1)).until(() -> demoFolders().isEmpty());
    }

    private boolean finds(String data, String words, String school) throws Exception {
        try (DemoProcess search = DemoProcess.start(folder, "search", "--json", "--data", data, words)) {
            JsonNode found = search.object(60);
            assertEquals(0, search.exitCode(60));
            return found.path("hits")
                    .valueStream()
                    .anyMatch(hit -> hit.path("school").asString().equals(school)
                            && hit.path("sample").asBoolean()
                            && Instant.parse(hit.path("asOf").asString()).isBefore(Instant.now()));
        }
    }

    private static void counts(JsonNode object) {
        assertEquals("mariinsk", object.path("network").asString());
        assertEquals(SCHOOLS, object.path("schools").asInt());
        assertEquals(SCHOOLS, object.path("processes").asInt());
        assertTrue(object.path("converged").asBoolean());
        assertTrue(object.path("convergeMillis").asLong() > 0);
        assertTrue(object.path("practices").asLong() >= 4 * SCHOOLS);
        assertTrue(object.path("resources").asLong() >= 8 * SCHOOLS);
        assertTrue(object.path("entries").asLong()
                >= object.path("practices").asLong() + object.path("resources").asLong() + 2 * SCHOOLS);
    }

    private static void searches(JsonNode object) {
        assertTrue(object.path("searches").size() >= 3);
        for (JsonNode search : object.path("searches")) {
            String from = search.path("from").asString();
            assertTrue(search.path("hits").size() > 0, search::toString);
            for (JsonNode hit : search.path("hits")) {
                assertNotEquals(from, hit.path("school").asString(), search::toString);
                assertFalse(hit.path("title").asString().isBlank());
                Instant.parse(hit.path("asOf").asString());
            }
        }
    }

    private static void freeSlot(JsonNode free) {
        assertEquals("МБОУ «Калининская ООШ»", free.path("schoolName").asString());
        assertTrue(free.path("slot").asString().matches("20\\d\\d-\\d\\d-\\d\\d#4 11:10-11:50"), free::toString);
        assertTrue(free.path("resource").asString().contains("химии"));
    }

    private static void offline(JsonNode offline) {
        assertEquals(64, offline.path("stopped").asString().length());
        assertTrue(offline.path("stillFound").asBoolean()
                && offline.path("caughtUp").asBoolean());
        assertTrue(offline.path("publishedWhileOff").asLong() > 0);
        assertTrue(Instant.parse(offline.path("asOf").asString()).isBefore(Instant.now()));
    }

    private static void processes(JsonNode object) {
        for (String list : List.of("peakRssMiB", "webUrls", "dataDirs", "nodes")) {
            assertEquals(SCHOOLS, object.path(list).size(), list);
        }
        object.path("peakRssMiB").forEach(peak -> assertTrue(peak.asLong() > 0 && peak.asLong() < 400, peak::toString));
        object.path("webUrls")
                .forEach(url -> assertTrue(url.asString().startsWith("http://127.0.0.1:"), url::toString));
        assertEquals(SCHOOLS, new TreeSet<>(pids(object)).size());
    }

    private static void steps(JsonNode steps) {
        assertEquals(
                STEPS,
                steps.valueStream().map(step -> step.path("id").asString()).toList());
        for (JsonNode step : steps) {
            assertTrue(step.path("ok").asBoolean(), step::toString);
            for (String field : List.of("node", "command", "expected", "observed")) {
                assertFalse(step.path(field).asString().isBlank(), step::toString);
            }
        }
        JsonNode entry = steps.path(STEPS.indexOf("publish")).path("entry");
        assertEquals(64, entry.path("hash").asString().length());
        assertTrue(entry.path("seq").asLong() > 0);
        assertTrue(entry.path("log").asString().contains("/CATALOGUE/"));
    }

    private static List<Long> pids(JsonNode object) {
        return object.path("nodes")
                .valueStream()
                .map(node -> node.path("pid").asLong())
                .toList();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private List<Path> demoFolders() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).toList();
        }
    }
}
