// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.protocol.wire.v1.AdminWire.CircleState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P7 with real processes and the commands that people type: a wider electorate, a removal, a leave. */
final class VotesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void schoolsDecideWhoVotesAndRemoveOneThatStaysOut() throws Exception {
        try (NodeScene alice = NodeScene.of(folder, "alice");
                NodeScene bob = NodeScene.of(folder, "bob");
                NodeScene carol = NodeScene.of(folder, "carol")) {
            alice.does("circle", "found", "Круг");
            for (NodeScene school : List.of(bob, carol)) {
                school.does("circle", "join", alice.does("circle", "invite").strip());
            }
            for (NodeScene school : List.of(alice, bob, carol)) {
                await().atMost(PATIENCE).until(() -> members(school) == 3 && knowsAllNames(school));
            }
            CliScene early = bob.run("circle", "propose", "dormant", "carol");
            assertTrue(early.err().contains("нет права голоса"), early.err());

            alice.does("circle", "propose", "electorate");
            await().atMost(PATIENCE).until(() -> circle(bob).getElectorateCount() == 3);
            bob.does("circle", "propose", "remove", "carol");
            await().atMost(PATIENCE).until(() -> circle(alice).getProposalsCount() == 1);
            String shown = alice.does("circle", "show");
            assertTrue(shown.contains("Исключить школу: carol"), shown);
            assertTrue(shown.contains("ждёт вашего голоса"), shown);
            alice.does(
                    "circle",
                    "vote",
                    shown.strip()
                            .lines()
                            .filter(line -> line.contains("Исключить"))
                            .findFirst()
                            .orElseThrow()
                            .strip()
                            .substring(0, 8),
                    "да");

            await().atMost(PATIENCE).until(() -> members(alice) == 2 && members(bob) == 2);
            alice.restart();
            carol.restart();
            await().atMost(PATIENCE).until(() -> members(alice) == 2);
            assertEquals(2, members(bob));
            bob.does("circle", "leave");
            await().atMost(PATIENCE).until(() -> members(alice) == 1);
        }
    }

    private static boolean knowsAllNames(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return client.status().getSchoolsList().stream()
                    .noneMatch(school -> school.getName().isEmpty());
        }
    }

    private static int members(NodeScene node) {
        return circle(node).getMembersCount();
    }

    private static CircleState circle(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return client.status().getCircles(0);
        }
    }
}
