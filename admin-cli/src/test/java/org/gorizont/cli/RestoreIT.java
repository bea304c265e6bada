// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.Folders;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup, a lost disk, and the sheet, with real processes. */
final class RestoreIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void s13ComesBackWithWhatIsInTheBackupAndWhatANeighbourHoldsAndGoesOn() throws Exception {
        try (NodeScene bob = NodeScene.of(folder, "bob");
                NodeScene alice = NodeScene.of(folder, "alice")) {
            alice.does("circle", "found", "Круг");
            bob.does("circle", "join", alice.does("circle", "invite").strip());
            publish(alice, 1);
            Path draft = Files.createDirectory(alice.data().resolve("drafts")).resolve("1.draft");
            Files.writeString(draft, "what only this computer has");
            assertTrue(alice.does("status").contains("gorizont backup --to"));
            Path backup = backup(alice);
            CliScene rehearsed = alice.run("restore", backup.toString(), "--rehearse", "--sheet", sheet("alice"));
            assertTrue(rehearsed.out().contains("и она цела"), rehearsed.err());
            publish(alice, 2);
            long published = status(alice).getOwnEntries();
            await().atMost(PATIENCE).until(() -> heldOfAlice(bob) == published);
            alice.kill();
            Folders.remove(alice.data());

            Path data = folder.resolve("new");
            refusesWhatIsWrong(backup, data);
            CliScene back = restore(data, backup, "alice");
            assertEquals(0, back.exitCode(), back.err());
            assertTrue(back.out().contains(published + " запис"), back.out());
            assertTrue(restore(data, backup, "alice").err().contains("уже что-то есть"));

            assertEquals("what only this computer has", Files.readString(data.resolve("drafts/1.draft")));
            assertTrue(Files.exists(data.resolve("identity/sealing-0.seed")), "what was sealed before can be read");
            try (NodeScene again = NodeScene.at(data)) {
                assertEquals(published, status(again).getOwnEntries());
                assertEquals("", status(again).getWritingRefused());
                assertEquals(1, status(again).getKeyEpoch());
                publish(again, 3);
                long after = status(again).getOwnEntries();
                assertTrue(after > published);
                await().atMost(PATIENCE).until(() -> heldOfAlice(bob) == after);
                assertTrue(bob.does("fork", "show").contains("не известно"));
                assertTrue(again.does("status").contains("нет. Укажите папку"), "its backups begin anew");
            }
        }
    }

    private Path backup(NodeScene node) throws IOException {
        Path backups = Files.createDirectory(folder.resolve("backups"));
        String said = node.does("backup", "--to", backups.toString());
        assertTrue(said.contains(backups.toString()), said);
        try (Stream<Path> files = Files.list(backups)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            assertTrue(node.does("status").contains(all.getFirst().toString()));
            return all.getFirst();
        }
    }

    private void refusesWhatIsWrong(Path backup, Path data) throws IOException {
        CliScene other = restore(data, backup, "bob");
        assertEquals(1, other.exitCode());
        assertTrue(other.err().contains("не открывает копию"), other.err());
        byte[] whole = Files.readAllBytes(backup);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        assertTrue(restore(data, cut, "alice").err().contains("обрывается"));
        assertFalse(Files.exists(data));
    }

    private CliScene restore(Path data, Path file, String sheet) {
        return CliScene.run(data, "restore", file.toString(), "--sheet", sheet(sheet));
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
