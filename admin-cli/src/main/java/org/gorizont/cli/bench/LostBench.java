// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.LocalSettings;
import org.gorizont.cli.process.NodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.process.ReturnProcess;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/**
 * A school with 100,000 entries of its own has lost its computer and comes back on another one with its sheet, from two
 * neighbours: real processes, TLS, every entry verified and fsynced. Then its node starts and may write.
 */
final class LostBench {
    private static final int ENTRIES = 100_000;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Program program;

    LostBench(Path home) {
        this.program = Program.ordinary(home);
    }

    List<Figure> run() throws InterruptedException {
        try (BenchSchools schools = new BenchSchools(program)) {
            RecoverySheet sheet = schools.sheet();
            Path alice = schools.born("alice", sheet);
            Path bob = schools.born("bob");
            Path carol = schools.born("carol");
            try (NodeProcess b = NodeProcess.start(program, bob);
                    NodeProcess c = NodeProcess.start(program, carol)) {
                b.awaitReady();
                c.awaitReady();
                publish(schools, alice, List.of(bob, carol));
                return comeBack(schools.folder().resolve("alice-again"), sheet, bob);
            }
        }
    }

    private void publish(BenchSchools schools, Path alice, List<Path> others) throws InterruptedException {
        try (NodeProcess a = NodeProcess.start(program, alice)) {
            a.awaitReady();
            try (AdminClient owner = AdminClient.open(alice)) {
                ByteString circle = owner.foundCircle("bench", 1);
                for (Path other : others) {
                    try (AdminClient joiner = AdminClient.open(other)) {
                        joiner.join(owner.invite(circle, "", 0), _ -> {});
                    }
                }
                schools.publish(owner, ENTRIES);
                for (Path other : others) {
                    try (AdminClient holder = AdminClient.open(other)) {
                        await(holder, status -> holdsAll(status) && isIndexed(status));
                    }
                }
            }
        }
    }

    private List<Figure> comeBack(Path data, RecoverySheet sheet, Path bob) throws InterruptedException {
        int port;
        try (AdminClient neighbour = AdminClient.open(bob)) {
            String endpoint = neighbour.status().getEndpoints(0);
            port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
        }
        LocalSettings.write(data);
        long began = System.nanoTime();
        ReturnProcess.run(program, data, "127.0.0.1", port, SheetText.print(sheet), _ -> {});
        double returned = (System.nanoTime() - began) / 1e9;
        try (NodeProcess again = NodeProcess.start(program, data)) {
            again.awaitReady();
            try (AdminClient owner = AdminClient.open(data)) {
                await(
                        owner,
                        status -> holdsAll(status) && status.getWritingRefused().isEmpty());
                double writes = (System.nanoTime() - began) / 1e9;
                await(owner, LostBench::isIndexed);
                double indexed = (System.nanoTime() - began) / 1e9;
                return List.of(
                        figure("all own entries are back", returned, "<= 60"),
                        figure("the school may write", writes, "<= 60"),
                        figure("its search is complete", indexed, "none"));
            }
        }
    }

    private static Figure figure(String what, double seconds, String goal) {
        return Figure.of("lost", "100,000 own entries of 500 B: " + what + " after", seconds, "s", 0, "", goal);
    }

    private static boolean holdsAll(StatusAnswer status) {
        return status.getHeldEntries() >= ENTRIES;
    }

    private static boolean isIndexed(StatusAnswer status) {
        return status.getReadersList().stream().allMatch(reader -> reader.getPosition() >= reader.getLast());
    }

    private static void await(AdminClient node, Predicate<StatusAnswer> condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(node.status())) {
            if (System.nanoTime() > end) {
                throw Failure.of("bench-failed", "lost");
            }
            Thread.sleep(LOOK);
        }
    }
}
