// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.NodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/**
 * A node that was off, or asleep, while a neighbour published catches up: two real processes, TLS, every entry verified
 * and fsynced. Beside it, how fast the store alone writes such entries with one fsync a thousand.
 *
 * <p>Just after its start, while Java still compiles what both nodes do, and again three times. In between its process is
 * stopped and goes on, as on a computer that sleeps; that takes a POSIX system.
 */
final class CatchUpBench {
    private static final int LEAST_BEGUN = 1_000;
    private static final int ENTRIES = 150_000;
    private static final int SLEEPS = 3;

    private final Program program;

    /** How a node was at a moment. */
    private record Reached(StatusAnswer status, long nanos) {}

    CatchUpBench(Path home) {
        this.program = Program.ordinary(home);
    }

    List<Figure> run() throws InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (BenchSchools schools = new BenchSchools(program)) {
            double raw = StoreRate.measure(program, schools.folder().resolve("raw"));
            Path alice = schools.born("alice");
            Path bob = schools.born("bob");
            try (NodeProcess a = NodeProcess.start(program, alice)) {
                a.awaitReady();
                join(alice, bob);
                publish(schools, alice);
                try (NodeProcess b = NodeProcess.start(program, bob)) {
                    b.awaitReady();
                    figures.addAll(measure("just started", bob, ENTRIES, raw));
                    Sleep sleep = new Sleep(b.pid());
                    for (int round = 1; round <= SLEEPS && sleep.begin(); round++) {
                        publish(schools, alice);
                        sleep.end();
                        figures.addAll(measure("after sleep " + round, bob, (round + 1L) * ENTRIES, raw));
                    }
                }
            }
        }
        return figures;
    }

    private void join(Path alice, Path bob) throws InterruptedException {
        try (NodeProcess b = NodeProcess.start(program, bob);
                AdminClient inviter = AdminClient.open(alice)) {
            b.awaitReady();
            ByteString circle = inviter.foundCircle("bench", 1);
            try (AdminClient joiner = AdminClient.open(bob)) {
                joiner.join(inviter.invite(circle, "", 0), _ -> {});
            }
        }
    }

    private static void publish(BenchSchools schools, Path alice) throws InterruptedException {
        try (AdminClient node = AdminClient.open(alice)) {
            schools.publish(node, ENTRIES);
            NodeWatch.await("catchup", node, NodeWatch::isIndexed);
        }
    }

    /** @param entries that the node will hold */
    private static List<Figure> measure(String when, Path data, long entries, double raw) throws InterruptedException {
        try (AdminClient node = AdminClient.open(data)) {
            Reached first = reach(node, entries - ENTRIES + LEAST_BEGUN);
            Reached all = reach(node, entries);
            long behind = all.status().getReadersList().stream()
                    .mapToLong(reader -> reader.getLast() - reader.getPosition())
                    .max()
                    .orElse(0);
            NodeWatch.await("catchup", node, NodeWatch::isIndexed);
            double indexSeconds = (System.nanoTime() - all.nanos()) / 1e9;
            return List.of(
                    rate("entries of 500 B over TLS, to fsync, " + when, first, all, raw),
                    Figure.of(
                            "catchup", "index behind then (arrivals), " + when, (double) behind, "arrivals", 0, "", ""),
                    Figure.of("catchup", "index complete after, " + when, indexSeconds, "s", 0, "", ""));
        }
    }

    private static Figure rate(String name, Reached from, Reached to, double raw) {
        double rate =
                (to.status().getHeldEntries() - from.status().getHeldEntries()) / ((to.nanos() - from.nanos()) / 1e9);
        return Figure.of("catchup", name, rate, "entries/s", raw, "raw synced RocksDB", ">= 50,000");
    }

    private static Reached reach(AdminClient node, long entries) throws InterruptedException {
        StatusAnswer status = NodeWatch.await("catchup", node, answer -> answer.getHeldEntries() >= entries);
        return new Reached(status, System.nanoTime());
    }
}
