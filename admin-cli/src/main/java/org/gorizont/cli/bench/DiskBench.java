// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.NodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.text.Failure;

/**
 * A school revises 100 practices of 1 KB ten thousand times, one at a time: what its store and that of a neighbour take on
 * the disk afterwards, and what a newcomer fetches from the neighbour. Real processes; what a computer has to do in years
 * in as many seconds.
 *
 * <p>Counted is the store alone, written anew as RocksDB does by itself in time: read models and index follow from it.
 */
final class DiskBench {
    private static final int RECORDS = 100;
    private static final int UPDATES = 10_000;
    private static final int UPDATE_BYTES = 80;
    private static final int NAMED_FAMILIES = 5;
    private static final int RECORD_BYTES = 1_000;
    private static final long LIVE = (long) RECORDS * RECORD_BYTES;
    /** What a record has beside its body. */
    private static final int HEADER_AND_SALT = 110;

    private static final Duration LOOK = Duration.ofMillis(200);
    /** A floor that may rise has risen within this time. */
    private static final Duration QUIET = Duration.ofSeconds(16);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Program program;

    DiskBench(Path home) {
        this.program = Program.ordinary(home);
    }

    List<Figure> run() throws InterruptedException {
        try (BenchSchools schools = new BenchSchools(program)) {
            Path alice = schools.born("alice");
            Path bob = schools.born("bob");
            Path carol = schools.born("carol");
            Figure newcomer;
            try (NodeProcess b = NodeProcess.start(program, bob)) {
                b.awaitReady();
                newcomer = newcomer(bob, carol, revise(schools, alice, bob));
            }
            return List.of(disk("the writer's store", alice), disk("a neighbour's store", bob), newcomer);
        }
    }

    private ByteString revise(BenchSchools schools, Path alice, Path bob) throws InterruptedException {
        try (NodeProcess a = NodeProcess.start(program, alice);
                AdminClient reader = AdminClient.open(bob)) {
            a.awaitReady();
            try (AdminClient writer = AdminClient.open(alice)) {
                ByteString circle = writer.foundCircle("bench", 1);
                reader.join(writer.invite(circle, "", 0), _ -> {});
                schools.revise(writer, RECORDS, UPDATES, RECORD_BYTES);
                awaitQuiet(writer, reader);
                return circle;
            }
        }
    }

    /** All bytes between the two computers, both ways, until the newcomer holds what its neighbour holds. */
    private Figure newcomer(Path bob, Path carol, ByteString circle) throws InterruptedException {
        try (AdminClient inviter = AdminClient.open(bob);
                CountedLine line = new CountedLine(NodeWatch.port(inviter));
                NodeProcess c = NodeProcess.start(program, carol)) {
            c.awaitReady();
            try (AdminClient joiner = AdminClient.open(carol)) {
                joiner.join(inviter.invite(circle, "127.0.0.1", line.port()), _ -> {});
                awaitQuiet(inviter, joiner);
            }
            return Figure.of(
                    "disk",
                    "a newcomer's traffic, both ways, with TLS",
                    (double) line.bytes(),
                    "B",
                    (double) LIVE + RECORDS * HEADER_AND_SALT,
                    "live records",
                    "<= x 1.3");
        }
    }

    private Figure disk(String whose, Path data) throws InterruptedException {
        Map<String, Long> families = StoreBytes.of(program, data);
        long all = families.values().stream().mapToLong(Long::longValue).sum();
        String parts = String.join(
                ", ",
                families.entrySet().stream()
                        .limit(NAMED_FAMILIES)
                        .map(family -> family.getKey() + " " + family.getValue() / 1_000)
                        .toList());
        return Figure.of(
                "disk",
                whose + " after 10,000 updates (KB: " + parts + ")",
                (double) all,
                "B",
                2.0 * LIVE + UPDATE_BYTES * UPDATES,
                "2 x live records + 80 B an update",
                "<= x 1");
    }

    /** Both hold the same, and no floor rises any more. */
    private static void awaitQuiet(AdminClient one, AdminClient other) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long since = System.nanoTime();
        long before = -1;
        while (System.nanoTime() < end) {
            long held = one.status().getHeldEntries();
            if (held != before || held != other.status().getHeldEntries()) {
                since = System.nanoTime();
                before = held;
            } else if (System.nanoTime() - since > QUIET.toNanos()) {
                return;
            }
            Thread.sleep(LOOK);
        }
        throw Failure.of("bench-failed", "disk");
    }
}
