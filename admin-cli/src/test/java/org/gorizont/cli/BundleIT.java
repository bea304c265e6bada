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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two real nodes that met once, one of which then reaches nobody, exchange by files; receipts come back. */
final class BundleIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROWS = 300;

    @TempDir
    Path folder;

    @Test
    void schoolsWithoutAConnectionExchangeByFilesAndReceiptsComeBack() throws Exception {
        try (NodeScene alice = NodeScene.of(folder, "alice");
                NodeScene bob = NodeScene.of(folder, "bob")) {
            alice.does("circle", "found", "Круг");
            bob.does("circle", "join", alice.does("circle", "invite").strip());
            await().atMost(PATIENCE)
                    .until(() -> bob.does("schools").contains("alice")
                            && alice.does("schools").contains("bob"));
            cutOff(bob);
            alice.does("import", "resources", rows().toString());

            Path there = folder.resolve("there.gzb");
            String said = alice.does("bundle", "export", "--for", "bob", there.toString());
            assertTrue(said.contains("не зашифрована"), said);
            takesWhatATornFileHas(bob, there);
            JsonNode taken = json(bob, "bundle", "import", there.toString());
            assertEquals(ROWS, taken.get("counts").get("NEW").asInt());
            await().atMost(PATIENCE)
                    .until(() -> json(bob, "resource", "list").get("total").asInt() == ROWS);

            await().atMost(PATIENCE).until(() -> bringsReceipts(bob, alice));
            assertFalse(json(alice, "schools")
                    .valueStream()
                    .anyMatch(school -> !school.get("self").asBoolean()
                            && school.get("connected").asBoolean()));
            CliScene again = bob.run("bundle", "export", "--for", "alice", back().toString());
            assertEquals(1, again.exitCode());
            assertTrue(again.err().contains("уже есть"), again.err());
        }
    }

    /** From now on it tells no address, and the only way out that it has leads nowhere. */
    private static void cutOff(NodeScene node) throws IOException, InterruptedException {
        Path settings = node.data().resolve("gorizont.toml");
        Files.writeString(
                settings,
                Files.readString(settings).replaceFirst("endpoints = .*", "endpoints = []\nproxy = \"127.0.0.1:1\""));
        node.kill();
        node.restart();
    }

    private void takesWhatATornFileHas(NodeScene bob, Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Path torn = Files.write(folder.resolve("torn.gzb"), Arrays.copyOf(whole, whole.length / 2));

        CliScene scene = bob.run("bundle", "import", torn.toString());

        assertEquals(1, scene.exitCode());
        assertTrue(scene.out().startsWith("Принято:"), scene.out());
        assertTrue(scene.err().contains("обрывается"), scene.err());
    }

    private boolean bringsReceipts(NodeScene bob, NodeScene alice) throws IOException {
        Files.deleteIfExists(back());
        bob.does("bundle", "export", "--for", "alice", back().toString());
        alice.does("bundle", "import", back().toString());
        return json(alice, "receipts")
                .valueStream()
                .allMatch(log -> log.get("stated").asInt() == 1);
    }

    private Path back() {
        return folder.resolve("back.gzb");
    }

    private Path rows() throws IOException {
        StringBuilder text = new StringBuilder("код;вид;название;количество\n");
        for (int i = 1; i <= ROWS; i++) {
            text.append(i).append(";микроскоп;Микроскоп № ").append(i).append(";1\n");
        }
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    private static JsonNode json(NodeScene node, String... args) {
        String[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        return JsonMapper.shared().readTree(node.does(all));
    }
}
