// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P2, P10: a disk that fails, and a disk that is full. */
final class StoreFaultIT {
    private static final LogId LOG = StoredValues.log(StoredValues.ALICE);
    private static final int TMPFS_MIB = 48;

    @TempDir
    Path temp;

    @Test
    void s04GoesOnAfterOneFailedFsyncWithTheSameBytes() throws Exception {
        Path ack = temp.resolve("ack");
        try (ProbeProcess probe = failing(ack, "when=60")) {
            probe.awaitOutput(StoreProbe.RECOVERED);
            probe.awaitAcknowledged(ack, StoreProbe.acknowledged(ack) + 100);
        }

        assertEquals(0, StoreProbe.run("check", temp.resolve("store").toString(), ack.toString()));
        assertTrue(StoreProbe.acknowledged(ack) > 100);
    }

    @Test
    void s04KeepsWhatWasAcknowledgedWhenFsyncFailsForEver() throws Exception {
        Path ack = temp.resolve("ack");
        try (ProbeProcess probe = failing(ack, "when=60+")) {
            assertEquals(StoreProbe.FAILED, probe.awaitEnd(), probe.output());
        }

        assertEquals(0, StoreProbe.run("check", temp.resolve("store").toString(), ack.toString()));
        assertTrue(StoreProbe.acknowledged(ack) > 0);
    }

    /** A probe whose fdatasync fails; strace counts in each thread apart, and one thread writes. */
    private ProbeProcess failing(Path ack, String when) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "needs strace");
        List<String> strace = List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                temp.resolve("strace").toString(),
                "-e",
                "trace=fdatasync",
                "-e",
                "inject=fdatasync:error=EIO:" + when);
        return ProbeProcess.start(
                temp.resolve("out"), strace, "write", temp.resolve("store").toString(), ack.toString());
    }

    @Test
    void s03RecoversAfterTheDiskHasRoomAgainWithoutRestart() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(mount(disk), "needs Linux and root");
        try {
            fillAndFree(disk);
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().onExit().join();
        }
    }

    private static void fillAndFree(Path disk) throws Exception {
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[TMPFS_MIB / 2 << 20]);
        List<Entry> written = new ArrayList<>();
        try (RocksLogStore store = open(disk)) {
            assertThrows(StoreFailed.class, () -> fill(store, written));
            assertTrue(store.isLatched());
            assertThrows(StoreFailed.class, store::commit);
            assertEquals(written, all(store), "what is staged is still seen");

            Files.delete(ballast);
            store.recover();

            append(store, written);
            assertEquals(written, all(store.reader()));
        }
        try (RocksLogStore store = open(disk)) {
            assertEquals(written, all(store));
        }
    }

    private static void fill(RocksLogStore store, List<Entry> written) throws StoreFailed {
        for (int turn = 0; turn < 10_000; turn++) {
            append(store, written);
        }
    }

    private static void append(RocksLogStore store, List<Entry> written) throws StoreFailed {
        List<Entry> added = Stream.iterate(written.size(), i -> i + 1)
                .limit(16)
                .map(i -> StoredValues.entry("entry " + i, 8_000))
                .toList();
        store.stage(List.of(new Change.EntriesAdded(LOG, written.size(), added)));
        written.addAll(added);
        store.commit();
    }

    private static List<Entry> all(LogStore store) {
        return store.entries(LOG, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static RocksLogStore open(Path disk) throws StoreRefused {
        return RocksLogStore.open(disk.resolve("store"), "test", () -> StoredValues.bytes("epoch", 16));
    }

    private static boolean mount(Path disk) throws IOException {
        boolean linuxRoot = System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root");
        return linuxRoot
                && new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + TMPFS_MIB + "m", "tmpfs", disk.toString())
                                .start()
                                .onExit()
                                .join()
                                .exitValue()
                        == 0;
    }
}
