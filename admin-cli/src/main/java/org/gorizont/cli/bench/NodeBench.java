// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.NodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.text.Failure;

/**
 * What a node costs the school's computer while nobody asks it anything: a real process with everything on, which has shown a
 * page, searched, and is linked with one neighbour over TLS. Memory is taken as it stands, without asking for a collection.
 */
final class NodeBench {
    private static final String AREA = "node";
    private static final int STARTS = 5;
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PRACTICES = 200;
    /** What came with the link, and what read models put off, is over by then. */
    private static final Duration SETTLE = Duration.ofSeconds(60);
    /** Several of everything that happens by the minute. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private static final int HITS = 5;
    private static final double KIB_OF_MIB = 1024;

    private final Program program;

    NodeBench(Path home) {
        this.program = Program.ordinary(home);
    }

    List<Figure> run() throws InterruptedException {
        try (BenchSchools schools = new BenchSchools(program)) {
            Path data = schools.born("alice");
            double ready = ready(data);
            try (NodeProcess node = NodeProcess.start(program, data);
                    AdminClient alice = opened(node)) {
                schools.publish(alice, PRACTICES);
                use(alice);
                Path other = schools.born("bob");
                try (NodeProcess neighbour = NodeProcess.start(program, other);
                        AdminClient bob = opened(neighbour);
                        CountedLine line = new CountedLine(NodeWatch.port(alice))) {
                    bob.join(alice.invite(alice.foundCircle("bench", 1), "127.0.0.1", line.port()), _ -> {});
                    NodeWatch.await(
                            AREA,
                            bob,
                            status -> status.getHeldEntries() >= alice.status().getHeldEntries());
                    return idle(new ProcessCost(node.pid()), line, ready);
                }
            }
        }
    }

    private static AdminClient opened(NodeProcess node) throws InterruptedException {
        node.awaitReady();
        return AdminClient.open(node.data());
    }

    /** Seconds from the start of the process until the node says that it is ready; the first start makes the store. */
    private double ready(Path data) throws InterruptedException {
        double[] ready = new double[STARTS];
        for (int start = 0; start <= STARTS; start++) {
            long began = System.nanoTime();
            try (NodeProcess _ = NodeProcess.start(program, data)) {
                awaitReadyLine(data.resolve("node.log"), start + 1);
                if (start > 0) {
                    ready[start - 1] = seconds(System.nanoTime() - began);
                }
            }
        }
        Arrays.sort(ready);
        return ready[STARTS / 2];
    }

    private static void use(AdminClient node) throws InterruptedException {
        NodeWatch.await(AREA, node, NodeWatch::isIndexed);
        node.search("practice", HITS);
        try (HttpClient browser = HttpClient.newHttpClient()) {
            URI page = URI.create(node.status().getWebUrl()).resolve("schools");
            browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw Failure.of("bench-failed", AREA + ": " + e.getMessage());
        }
    }

    private static List<Figure> idle(ProcessCost cost, CountedLine line, double ready) throws InterruptedException {
        Thread.sleep(SETTLE);
        double cpuBefore = cost.cpuSeconds();
        long bytesBefore = line.bytes();
        long began = System.nanoTime();
        Thread.sleep(IDLE);
        double seconds = seconds(System.nanoTime() - began);
        double cpuPercent = 100 * (cost.cpuSeconds() - cpuBefore) / seconds;
        double bytesADay =
                (line.bytes() - bytesBefore) / seconds * Duration.ofDays(1).toSeconds();
        return List.of(
                Figure.of(
                        AREA,
                        "memory (RSS) of an idle node with web, search and TLS",
                        cost.rssKib() / KIB_OF_MIB,
                        "MiB",
                        175,
                        "same libraries, unoptimised: 175-206",
                        "<= 150"),
                Figure.of(AREA, "of it private to the process", cost.privateKib() / KIB_OF_MIB, "MiB", 0, "", ""),
                Figure.of(
                        AREA,
                        "process start to ready, median of " + STARTS,
                        ready,
                        "s",
                        1.5,
                        "same libraries, unoptimised: 1.5-2.1 s",
                        "<= 1"),
                Figure.of(AREA, "idle processor time, of one core", cpuPercent, "%", 0, "", "<= 0.5"),
                Figure.of(
                        AREA, "idle traffic with a neighbour, both ways, a day", bytesADay / 1e6, "MB", 0, "", "<= 1"));
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static void awaitReadyLine(Path log, int times) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (readyLines(log) >= times) {
                return;
            }
            Thread.sleep(LOOK);
        }
        throw Failure.of("bench-failed", AREA);
    }

    private static long readyLines(Path log) {
        try {
            return Files.exists(log)
                    ? Files.readAllLines(log).stream()
                            .filter(line -> line.startsWith("ready"))
                            .count()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
