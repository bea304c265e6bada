// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.LocalSettings;
import org.gorizont.cli.process.NodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.process.ReturnProcess;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/**
 * A school with 100,000 entries of its own has lost its computer and comes back on another one with its sheet, from two
 * neighbours: real processes, TLS, every entry verified and fsynced. Then its node starts and may write.
 */
final class LostBench {
    private static final int ENTRIES = 100_000;

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
                        NodeWatch.await("lost", holder, status -> holdsAll(status) && NodeWatch.isIndexed(status));
                    }
                }
            }
        }
    }

    private List<Figure> comeBack(Path data, RecoverySheet sheet, Path bob) throws InterruptedException {
        int port;
        try (AdminClient neighbour = AdminClient.open(bob)) {
            port = NodeWatch.port(neighbour);
        }
        LocalSettings.write(data);
        long began = System.nanoTime();
        ReturnProcess.run(program, data, "127.0.0.1", port, SheetText.print(sheet), _ -> {});
        double returned = (System.nanoTime() - began) / 1e9;
        try (NodeProcess again = NodeProcess.start(program, data)) {
            again.awaitReady();
            try (AdminClient owner = AdminClient.open(data)) {
                NodeWatch.await(
                        "lost",
                        owner,
                        status -> holdsAll(status) && status.getWritingRefused().isEmpty());
                double writes = (System.nanoTime() - began) / 1e9;
                NodeWatch.await("lost", owner, NodeWatch::isIndexed);
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
}
