// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.awaitility.Awaitility.await;
import static org.gorizont.node.storage.DiskSpace.MEBIBYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.storage.DiskSpace;
import org.gorizont.node.storage.Ext4Image;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P10: a whole node on a small disk of its own, which others fill to the last byte and free again. */
final class FullDiskIT {
    private static final int DISK_MIB = 400;
    private static final long ROOM_OF_THE_FILE_SYSTEM = 4 * MEBIBYTE;
    private static final long LITTLE = 60 * MEBIBYTE;

    @TempDir
    Path temp;

    @Test
    void s03TheNodeIsReadWhileTheDiskIsFullAndGoesOnWithoutRestart() throws Exception {
        try (Ext4Image disk = disk();
                LivingNode node =
                        LivingNode.born(Files.createDirectory(disk.directory().resolve("node")))) {
            Path data = disk.directory().resolve("node");
            Path others = disk.directory().resolve("others");
            withBallast(node, data);
            patiently().until(() -> Files.exists(data.resolve("ballast")));
            node.found();

            fill(others, free(disk) - LITTLE);
            patiently().until(() -> node.status().getSpace().equals("READ_ONLY"));
            assertTrue(Files.exists(data.resolve("ballast")), "there is room for small files yet");
            // The loop looks at the disk for itself.
            patiently().until(() -> whyRefused(node).equals("STORE_READ_ONLY"));
            long before = node.status().getOwnEntries();
            assertTrue(page(node, "search").contains("Диск полон: публиковать сейчас нельзя"));

            fill(disk.directory().resolve("more"), free(disk) - ROOM_OF_THE_FILE_SYSTEM);
            patiently().until(() -> !Files.exists(data.resolve("ballast")));
            // The name of a file goes before its room.
            patiently().until(() -> free(disk) > 50 * MEBIBYTE);
            assertEquals("READ_ONLY", node.status().getSpace());

            node.stop();
            node.start();
            assertTrue(page(node, "schools").contains("Диск полон"), "it starts and is read on what the ballast left");
            assertEquals("STORE_READ_ONLY", whyRefused(node));
            assertEquals(before, node.status().getOwnEntries());

            Files.delete(others);
            Files.delete(disk.directory().resolve("more"));
            patiently().until(() -> node.status().getSpace().equals("WARN"));
            patiently().until(() -> Files.exists(data.resolve("ballast")));
            assertEquals("", whyRefused(node));
            assertTrue(node.status().getOwnEntries() > before);
            assertTrue(page(node, "search").contains("На диске мало места"));
            assertFalse(page(node, "search").contains("Диск полон"));

            node.stop();
            fill(others, free(disk) - ROOM_OF_THE_FILE_SYSTEM);
            fillToTheLastByte(disk.directory().resolve("most"));
            node.start();
            assertFalse(Files.exists(data.resolve("ballast")), "a start makes room for itself");
            assertTrue(page(node, "schools").contains("Диск полон"));
        }
    }

    private static void withBallast(LivingNode node, Path data) throws Exception {
        node.stop();
        Path settings = data.resolve(NodeConfig.FILE);
        Files.writeString(settings, Files.readString(settings).replace("ballast_mib = 0", "ballast_mib = 64"));
        node.start();
    }

    private static String whyRefused(LivingNode node) throws IOException {
        return node.admin()
                .foundCircle(AdminWire.FoundCircleRequest.newBuilder()
                        .setName("Ещё одна")
                        .build())
                .getRefused()
                .getCode();
    }

    private static String page(LivingNode node, String path) throws IOException, InterruptedException {
        URI page = URI.create(node.status().getWebUrl()).resolve(path);
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            return answer.body();
        }
    }

    /** Takes room without writing it: other programs on this computer would. */
    private static void fill(Path file, long bytes) throws Exception {
        Process process = new ProcessBuilder("fallocate", "-l", Long.toString(bytes), file.toString())
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
    }

    private static void fillToTheLastByte(Path file) {
        byte[] piece = new byte[1 << 16];
        assertThrows(IOException.class, () -> {
            while (true) {
                Files.write(file, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        });
    }

    private static long free(Ext4Image disk) throws IOException {
        return DiskSpace.of(disk.directory()).freeBytes();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private Ext4Image disk() throws Exception {
        Optional<Ext4Image> disk = Ext4Image.make(temp, DISK_MIB);
        assumeTrue(disk.isPresent(), "needs Linux, root, loop devices and mkfs.ext4");
        return disk.get();
    }
}
