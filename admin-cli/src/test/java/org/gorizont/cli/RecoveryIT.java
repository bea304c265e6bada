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
import org.gorizont.cli.process.LocalSettings;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * P4 and P13 with real processes, in the life of one school beside a neighbour: its keys change, an old copy of its store
 * comes back, and in the end nothing is left but its sheet.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RecoveryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Path folder = Path.of("");
    private NodeScene alice;
    private NodeScene bob;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        alice = NodeScene.of(folder, "alice");
        bob = NodeScene.of(folder, "bob");
        alice.does("circle", "found", "Круг");
        bob.does("circle", "join", alice.does("circle", "invite").strip());
        publish(alice, 1);
    }

    @AfterAll
    void stop() {
        alice.close();
        bob.close();
    }

    @Test
    @Order(1)
    void changesKeysWithTheSheetAndGoesOn() throws Exception {
        CliScene wrong = alice.run("key", "rotate", "--sheet", sheet("bob"));
        assertEquals(1, wrong.exitCode());
        assertTrue(wrong.err().contains("не лист восстановления этой школы"), wrong.err());
        CliScene nothing = alice.run("fork", "repair", "--sheet", sheet("alice"));
        assertTrue(nothing.err().contains("исправлять нечего"), nothing.err());
        assertTrue(alice.does("key", "rotate", "--sheet", sheet("alice")).contains("смена 1"));

        publish(alice, 2);
        awaitAllOfAliceAtBob();
        assertEquals("", status(alice).getWritingRefused());
        assertEquals(1, status(alice).getKeyEpoch());
        assertTrue(bob.does("fork", "show").contains("не известно"));
        assertEquals("[]", bob.does("fork", "show", "--json").replaceAll("\\s", ""));
    }

    @Test
    @Order(2)
    void s14WaitsForItsNeighbourTakesItsOwnRecordsBackAndGoesOn() throws Exception {
        alice.kill();
        Folders.copy(alice.data().resolve("store"), folder.resolve("backup"));
        alice.restart();
        publish(alice, 3);
        long published = awaitAllOfAliceAtBob();
        keepPort(bob);
        bob.kill();
        alice.kill();
        Folders.remove(alice.data().resolve("store"));
        Folders.copy(folder.resolve("backup"), alice.data().resolve("store"));
        alice.restart();

        assertEquals("RECOVERING", status(alice).getWritingRefused());
        assertTrue(status(alice).getOwnEntries() < published);
        keepsAsADraftWhatCannotBeWritten();

        bob.restart();
        await().atMost(PATIENCE).until(() -> status(alice).getWritingRefused().isEmpty());
        assertEquals(published, status(alice).getOwnEntries());
        alice.does("draft", "publish");
        assertEquals(published + 1, status(alice).getOwnEntries());
        assertEquals(0, status(alice).getDraftsTotal());
        publish(alice, 4);
        assertEquals(published + 1, status(alice).getOwnEntries());
        awaitAllOfAliceAtBob();
    }

    private void keepsAsADraftWhatCannotBeWritten() throws IOException {
        CliScene refused = alice.run("import", "resources", row(4).toString());
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("восстановлена из копии"), refused.err());
        assertTrue(refused.err().contains("черновиком"), refused.err());
        assertTrue(alice.does("status").contains("Микроскоп № 4"));
        assertEquals(1, alice.run("draft", "publish").exitCode());
        CliScene rotated = alice.run("key", "rotate", "--sheet", sheet("alice"));
        assertEquals(1, rotated.exitCode());
        assertTrue(rotated.err().contains("стёрла бы"), "what neighbours hold must not be sealed away");
    }

    @Test
    @Order(3)
    void comesBackOnAnEmptyComputerWithTheSheetAlone() throws Exception {
        long published = awaitAllOfAliceAtBob();
        alice.close();
        Path data = folder.resolve("new");
        Files.createDirectory(data);
        LocalSettings.write(data);
        String address = status(bob).getEndpoints(0);

        CliScene unknown = CliScene.run(data, "key", "recover", "--sheet", sheet("bob"), "--from", address);
        assertTrue(unknown.err().contains("не знает в своих сетях"), unknown.err());
        CliScene back = CliScene.run(data, "key", "recover", "--sheet", sheet("alice"), "--from", address);
        assertEquals(0, back.exitCode(), back.err());
        assertTrue(back.out().contains(published + " запис"), back.out());

        alice = NodeScene.at(data);
        assertEquals(published, status(alice).getOwnEntries());
        publish(alice, 5);
        await().atMost(PATIENCE).until(() -> heldOfAlice() > published);
        assertEquals(2, status(alice).getKeyEpoch());
        assertEquals(2, status(alice).getCircles(0).getMembersCount());
    }

    private String sheet(String name) {
        return folder.resolve(name + ".sheet").toString();
    }

    private void publish(NodeScene node, int rows) throws IOException {
        node.does("import", "resources", rows(1, rows).toString());
    }

    private Path row(int row) throws IOException {
        return rows(row, row);
    }

    private Path rows(int first, int last) throws IOException {
        StringBuilder text = new StringBuilder("код;вид;название;количество\n");
        for (int i = first; i <= last; i++) {
            text.append(i).append(";микроскоп;Микроскоп № ").append(i).append(";1\n");
        }
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    /** How many entries alice has. */
    private long awaitAllOfAliceAtBob() {
        long published = status(alice).getOwnEntries();
        await().atMost(PATIENCE).until(() -> heldOfAlice() == published);
        return published;
    }

    private static StatusAnswer status(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return client.status();
        }
    }

    /** All that bob holds but does not own is of alice. */
    private long heldOfAlice() {
        StatusAnswer status = status(bob);
        assertEquals(2, status.getSchoolsCount());
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
