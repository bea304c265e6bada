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
import org.gorizont.cli.process.LocalSettings;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P13 with real processes: keys change while the node runs. */
final class KeysIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void changesKeysWithTheSheetAndGoesOn() throws Exception {
        try (NodeScene alice = NodeScene.of(folder, "alice");
                NodeScene bob = NodeScene.of(folder, "bob")) {
            alice.does("circle", "found", "Круг");
            bob.does("circle", "join", alice.does("circle", "invite").strip());
            publish(alice, 1);

            CliScene wrong = alice.run("key", "rotate", "--sheet", sheet("bob"));
            assertEquals(1, wrong.exitCode());
            assertTrue(wrong.err().contains("не лист восстановления этой школы"), wrong.err());
            CliScene nothing = alice.run("fork", "repair", "--sheet", sheet("alice"));
            assertTrue(nothing.err().contains("исправлять нечего"), nothing.err());
            assertTrue(alice.does("key", "rotate", "--sheet", sheet("alice")).contains("смена 1"));

            publish(alice, 2);
            long published = status(alice).getOwnEntries();
            await().atMost(PATIENCE).until(() -> heldOfAlice(bob) == published);
            assertEquals("", status(alice).getWritingRefused());
            assertEquals(1, status(alice).getKeyEpoch());
            assertTrue(bob.does("fork", "show").contains("не известно"));
            assertEquals("[]", bob.does("fork", "show", "--json").replaceAll("\\s", ""));
        }
    }

    @Test
    void comesBackOnAnEmptyComputerWithTheSheetAlone() throws Exception {
        try (NodeScene bob = NodeScene.of(folder, "bob")) {
            long published = published(bob);
            Path data = folder.resolve("new");
            Files.createDirectory(data);
            LocalSettings.write(data);
            String address = status(bob).getEndpoints(0);

            CliScene unknown = CliScene.run(data, "key", "recover", "--sheet", sheet("bob"), "--from", address);
            assertTrue(unknown.err().contains("не знает в своих сетях"), unknown.err());
            CliScene back = CliScene.run(data, "key", "recover", "--sheet", sheet("alice"), "--from", address);
            assertEquals(0, back.exitCode(), back.err());
            assertTrue(back.out().contains(published + " запис"), back.out());

            try (NodeScene alice = NodeScene.at(data)) {
                assertEquals(published, status(alice).getOwnEntries());
                publish(alice, 3);
                await().atMost(PATIENCE).until(() -> heldOfAlice(bob) > published);
                assertEquals(1, status(alice).getKeyEpoch());
                assertEquals(2, status(alice).getCircles(0).getMembersCount());
            }
        }
    }

    /** A school publishes in bob's circle, and is gone for good; how much it had published. */
    private long published(NodeScene bob) throws Exception {
        bob.does("circle", "found", "Круг");
        try (NodeScene alice = NodeScene.of(folder, "alice")) {
            alice.does("circle", "join", bob.does("circle", "invite").strip());
            publish(alice, 2);
            long published = status(alice).getOwnEntries();
            await().atMost(PATIENCE).until(() -> heldOfAlice(bob) == published);
            return published;
        }
    }

    private String sheet(String name) {
        return folder.resolve(name + ".sheet").toString();
    }

    private void publish(NodeScene node, int rows) throws IOException {
        StringBuilder text = new StringBuilder("код;вид;название;количество\n");
        for (int i = 1; i <= rows; i++) {
            text.append(i).append(";микроскоп;Микроскоп № ").append(i).append(";1\n");
        }
        node.does(
                "import",
                "resources",
                Files.writeString(folder.resolve("rows.csv"), text).toString());
    }

    private static StatusAnswer status(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return client.status();
        }
    }

    /** All that bob holds but does not own is of alice. */
    private static long heldOfAlice(NodeScene bob) {
        StatusAnswer status = status(bob);
        return status.getHeldEntries() - status.getOwnEntries();
    }
}
