// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gorizont.cli.process.NodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.text.Failure;

/** An idle node with everything on: memory after a collection, and time from the start of its process until it is ready. */
final class IdleBench {
    private static final Duration SETTLE = Duration.ofSeconds(8);
    /** The JVM gives memory back to the system every five seconds. */
    private static final Duration GIVE_BACK = Duration.ofSeconds(6);

    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RUNS = 3;
    private static final double KIB_OF_MB = 1_000_000 / 1024.0;

    private final Program program;

    IdleBench(Path home) {
        this.program = Program.ordinary(home);
    }

    List<Figure> run() throws InterruptedException {
        double[] ready = new double[RUNS];
        double rss = 0;
        try (BenchSchools schools = new BenchSchools(program)) {
            Path data = schools.born("idle");
            for (int run = 0; run < RUNS; run++) {
                long began = System.nanoTime();
                try (NodeProcess node = NodeProcess.start(program, data)) {
                    awaitReadyLine(data.resolve("node.log"), run + 1);
                    ready[run] = (System.nanoTime() - began) / 1e9;
                    if (run == RUNS - 1) {
                        Thread.sleep(SETTLE);
                        collect(node.pid());
                        Thread.sleep(GIVE_BACK);
                        rss = rssKib(node.pid()) / KIB_OF_MB;
                    }
                }
            }
        }
        java.util.Arrays.sort(ready);
        return List.of(
                Figure.of(
                        "idle",
                        "memory of an idle node (RSS)",
                        rss,
                        "MB",
                        175,
                        "same libraries, unoptimised: 175-206 MB",
                        "< 175"),
                Figure.of(
                        "idle",
                        "process start to ready, median of 3",
                        ready[RUNS / 2],
                        "s",
                        1.5,
                        "same libraries, unoptimised: 1.5-2.1 s",
                        "< 1.5"));
    }

    private static void awaitReadyLine(Path log, int times) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (readyLines(log) >= times) {
                return;
            }
            Thread.sleep(LOOK);
        }
        throw Failure.of("bench-failed", "idle");
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

    /** Asks the node's JVM for a full collection, if this Java has the tool for it. */
    private static void collect(long pid) throws InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return;
        }
        try {
            new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long rssKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw Failure.of("bench-failed", "idle: " + e.getMessage());
        }
    }
}
