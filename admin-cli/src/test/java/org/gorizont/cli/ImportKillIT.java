// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.importing.Import;
import org.gorizont.cli.importing.ImportCount;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of the node in the middle of an import, again and again, beside a neighbour who would see a fork. More rounds:
 * {@code -Dgorizont.kills=30}.
 */
final class ImportKillIT {
    private static final int KILLS = Integer.getInteger("gorizont.kills", 6);
    /** So many that each kill finds some that are not published yet. */
    private static final int ROWS = 1_000 + 100 * KILLS;

    private static final int MOST_PAUSE_MILLIS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostNoRowStandsTwiceAndTheLogNeverForks() throws Exception {
        Path file = rows();
        try (NodeScene alice = NodeScene.of(folder, "alice");
                NodeScene bob = NodeScene.of(folder, "bob")) {
            alice.does("circle", "found", "Круг");
            bob.does("circle", "join", alice.does("circle", "invite").strip());
            long before = status(alice).getOwnEntries();
            Random random = new Random(2026);

            for (int i = 0; i < KILLS; i++) {
                long acknowledged = importUntilKilled(alice, file, random.nextInt(MOST_PAUSE_MILLIS));
                alice.restart();
                StatusAnswer after = status(alice);
                assertTrue(after.getOwnEntries() - before >= acknowledged, "lost in round " + i);
                assertEquals("", after.getWritingRefused(), "round " + i);
            }
            ImportCount last = publish(alice, file, new AtomicLong());

            assertEquals(ROWS, last.added() + last.same());
            assertEquals(0, last.changed());
            assertEquals(ROWS, status(alice).getOwnEntries() - before);
            await().atMost(PATIENCE).until(() -> holdsAll(bob, status(alice).getHeldEntries()));
        }
    }

    /** Kills the node some time after the first acknowledgement of this round; how much was acknowledged in all. */
    private long importUntilKilled(NodeScene node, Path file, int pauseMillis) throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        Thread killer = Thread.ofVirtual().start(() -> {
            await().atMost(PATIENCE).until(() -> acknowledged.get() > 0);
            try {
                Thread.sleep(pauseMillis);
                node.kill();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            publish(node, file, acknowledged);
        } catch (Failure _) {
            // That is what a person sees when the node dies under an import.
        }
        acknowledged.compareAndSet(0, 1);
        killer.join();
        return acknowledged.get() == 1 ? 0 : acknowledged.get();
    }

    private ImportCount publish(NodeScene node, Path file, AtomicLong acknowledged) {
        try (AdminClient client = node.connect()) {
            return Import.of(file, RowKind.RESOURCES).publish(client, ByteString.EMPTY, acknowledged::set);
        }
    }

    private static StatusAnswer status(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return client.status();
        }
    }

    /** Entries come before their bodies, so a node that holds all entries may still be behind. */
    private static boolean holdsAll(NodeScene node, long entries) {
        StatusAnswer status = status(node);
        return status.getHeldEntries() == entries
                && status.getSchoolsList().stream().allMatch(school -> school.getBehindCount() == 0);
    }

    /** Long descriptions, so that one publication takes some dozens of rows and the file some dozens of them; one word each. */
    private Path rows() throws Exception {
        Path file = folder.resolve("rows.csv");
        String about = "х".repeat(1_900);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("код;вид;название;количество;описание\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(i + ";микроскоп;Микроскоп № " + i + ";1;" + about + "\n");
            }
        }
        return file;
    }
}
