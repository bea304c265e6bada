// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gorizont.cli.process.QuickStarts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** P4, P7, P13, P14 with real processes and the commands that people type: circles, keys and nodes through everything. */
final class MembershipIT {
    private static final long SECONDS = 1_200;
    private static final List<String> STEPS = List.of(
            "found",
            "join",
            "second-sponsor",
            "stranger",
            "two-circles",
            "rotate",
            "thief",
            "backup-restored",
            "clone",
            "disk-lost",
            "sheet-lost",
            "vote-remove",
            "removed-returns",
            "mutual-removal",
            "erase",
            "floor-newcomer",
            "bundle",
            "relay");

    @TempDir
    private Path folder;

    @Test
    @Timeout(1_800)
    void schoolsGoThroughEverythingThatHappensToThemAndLeaveNothingBehind() throws Exception {
        QuickStarts.make();
        JsonNode object;
        try (DemoProcess demo = DemoProcess.start(folder, "demo", "--network", "membership", "--exit", "--json")) {
            object = demo.object(SECONDS);
            assertEquals(0, demo.exitCode(SECONDS), demo.errors());
        }

        assertEquals("membership", object.path("network").asString());
        List<JsonNode> steps = object.path("steps").valueStream().toList();
        assertEquals(
                STEPS, steps.stream().map(step -> step.path("id").asString()).toList());
        for (JsonNode step : steps) {
            assertTrue(step.path("ok").asBoolean(), step::toString);
            assertTrue(step.path("command").asString().startsWith("./gorizont "), step::toString);
            assertNotEquals("", step.path("observed").asString());
        }
        object.path("nodes")
                .valueStream()
                .map(node -> node.path("pid").asLong())
                .forEach(pid -> assertFalse(isAlive(pid)));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
