// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.importing.Import;
import org.gorizont.cli.process.JavaBehind;
import org.gorizont.cli.process.MemoryGroup;
import org.gorizont.cli.process.QuickStarts;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node as a school has it, where the kernel kills it beyond half a GiB: heap, RocksDB, Lucene, Netty and the JVM itself together.
 * Another limit in MiB, or another load: {@code -Dgorizont.memory=100 -Dgorizont.records=100000}.
 */
final class MemoryLimitIT {
    private static final int LIMIT_MIB = Integer.getInteger("gorizont.memory", 512);
    private static final int RECORDS = Integer.getInteger("gorizont.records", 10_000);
    private static final int ROUNDS_OF_PAGES = 5;
    private static final int HITS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void tenThousandRecordsFitIntoHalfAGibibyte() throws Exception {
        QuickStarts.make();
        try (MemoryGroup group = group();
                JavaBehind _ = JavaBehind.lines(folder, group.joining());
                NodeScene node = NodeScene.ordinary(folder, "alice");
                AdminClient client = node.connect()) {
            long pid = client.status().getPid();
            assertTrue(group.holds(pid), "the node is under the limit");

            Import.of(rows(), RowKind.PRACTICES).publish(client, ByteString.EMPTY, _ -> {});
            await().atMost(PATIENCE).until(() -> isIndexed(client.status()));
            assertEquals(RECORDS, client.search("родник", HITS).getTotal());
            URI pages = URI.create(client.status().getWebUrl());
            for (int i = 0; i < ROUNDS_OF_PAGES; i++) {
                for (String page :
                        new String[] {"", "schools", "search?q=%D1%80%D0%BE%D0%B4%D0%BD%D0%B8%D0%BA", "help/guide"}) {
                    assertEquals(200, status(pages.resolve(page)), page);
                }
            }

            assertEquals(0, group.kills());
            assertEquals(pid, client.status().getPid());
            assertTrue(client.status().getOwnEntries() >= RECORDS);
            System.out.printf(
                    "%d records: at most %d MiB resident, with the files that the kernel keeps %d of %d MiB%n",
                    RECORDS, client.status().getPeakRssBytes() >> 20, group.peakBytes() >> 20, LIMIT_MIB);
        }
    }

    private static MemoryGroup group() throws IOException {
        Optional<MemoryGroup> group = MemoryGroup.of(LIMIT_MIB);
        assumeTrue(group.isPresent(), "needs Linux, root, and control groups for memory that may be made here");
        return group.get();
    }

    private static boolean isIndexed(StatusAnswer status) {
        return status.getReadersList().stream().allMatch(reader -> reader.getPosition() >= reader.getLast());
    }

    private static int status(URI page) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private Path rows() throws IOException {
        Path file = folder.resolve("practices.csv");
        String steps = "Измеряем, записываем, сравниваем. ".repeat(5);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("код;название;проблема;ход\n");
            for (int i = 0; i < RECORDS; i++) {
                out.write(i + ";Родник № " + i + ";Чем вода " + i + " отличается;" + steps + "\n");
            }
        }
        return file;
    }
}
