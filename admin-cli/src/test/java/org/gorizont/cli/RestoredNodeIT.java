// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.Folders;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P4 with real processes: an old copy of the store comes back while the neighbour is off. */
final class RestoredNodeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void s14WaitsForItsNeighbourTakesItsOwnRecordsBackAndGoesOn() throws Exception {
        try (NodeScene alice = NodeScene.of(folder, "alice");
                NodeScene bob = NodeScene.of(folder, "bob")) {
            alice.does("circle", "found", "Круг");
            bob.does("circle", "join", alice.does("circle", "invite").strip());
            publish(alice, 1);
            alice.kill();
            Folders.copy(alice.data().resolve("store"), folder.resolve("backup"));
            alice.restart();
            publish(alice, 2);
            long published = status(alice).getOwnEntries();
            await().atMost(PATIENCE).until(() -> heldOfAlice(bob, alice) == published);
            keepPort(bob);
            bob.kill();
            alice.kill();
            Folders.remove(alice.data().resolve("store"));
            Folders.copy(folder.resolve("backup"), alice.data().resolve("store"));
            alice.restart();

            assertEquals("RECOVERING", status(alice).getWritingRefused());
            assertTrue(status(alice).getOwnEntries() < published);
            CliScene refused = alice.run("import", "resources", row(3).toString());
            assertEquals(1, refused.exitCode());
            assertTrue(refused.err().contains("восстановлена из копии"), refused.err());
            assertTrue(refused.err().contains("черновиком"), refused.err());
            assertTrue(alice.does("status").contains("Микроскоп № 3"));
            assertEquals(1, alice.run("draft", "publish").exitCode());
            CliScene rotated = alice.run(
                    "key", "rotate", "--sheet", folder.resolve("alice.sheet").toString());
            assertEquals(1, rotated.exitCode());
            assertTrue(rotated.err().contains("стёрла бы"), "what neighbours hold must not be sealed away");

            bob.restart();
            await().atMost(PATIENCE)
                    .until(() -> status(alice).getWritingRefused().isEmpty());
            assertEquals(published, status(alice).getOwnEntries());
            alice.does("draft", "publish");
            long after = status(alice).getOwnEntries();
            assertEquals(published + 1, after);
            assertEquals(0, status(alice).getDraftsTotal());
            publish(alice, 3);
            assertEquals(after, status(alice).getOwnEntries());
            await().atMost(PATIENCE).until(() -> heldOfAlice(bob, alice) == after);
        }
    }

    private void publish(NodeScene node, int rows) throws IOException {
        node.does("import", "resources", rows(rows).toString());
    }

    private Path rows(int rows) throws IOException {
        StringBuilder text = new StringBuilder("код;вид;название;количество\n");
        for (int i = 1; i <= rows; i++) {
            text.append(i).append(";микроскоп;Микроскоп № ").append(i).append(";1\n");
        }
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    private Path row(int row) throws IOException {
        return Files.writeString(
                folder.resolve("row.csv"),
                "код;вид;название;количество\n" + row + ";микроскоп;Микроскоп № " + row + ";1\n");
    }

    private static StatusAnswer status(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return client.status();
        }
    }

    /** All that bob holds but does not own is of alice. */
    private static long heldOfAlice(NodeScene bob, NodeScene alice) {
        StatusAnswer status = status(bob);
        assertEquals(2, status.getSchoolsCount(), alice.data().toString());
        return status.getHeldEntries() - status.getOwnEntries();
    }

    /** Else neither would find the other again: nodes of tests take any free port at each start. */
    private static void keepPort(NodeScene node) throws IOException {
        String endpoint = status(node).getEndpoints(0);
        String port = endpoint.substring(endpoint.lastIndexOf(':') + 1);
        Path settings = node.data().resolve("gorizont.toml");
        Files.writeString(settings, Files.readString(settings).replaceFirst("port = 0", "port = " + port));
    }
}
