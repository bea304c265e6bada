// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.StoredValues.ALICE;
import static org.gorizont.node.storage.StoredValues.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store makes of a directory that is damaged, of another version, or not a store. */
final class StoreDamageTest {
    private static final LogId LOG = StoredValues.log(ALICE);
    private static final int TURNS = 40;

    @TempDir
    Path temp;

    @Test
    void s06OpensAtAnEarlierTurnWhenTheEndOfTheLogIsTorn() throws Exception {
        Path whole = temp.resolve("whole");
        writeAndCopy(whole);
        Path wal = largest(whole, ".log");
        long size = Files.size(wal);
        long before = 0;

        for (int cut = 0; cut <= 8; cut++) {
            Path torn = temp.resolve("torn " + cut);
            copy(whole, torn);
            try (FileChannel channel = FileChannel.open(torn.resolve(wal.getFileName()), StandardOpenOption.WRITE)) {
                channel.truncate(size * cut / 8);
            }
            try (RocksLogStore store = open(torn)) {
                long held = all(store).size();
                assertTrue(held >= before && held <= TURNS * 2L, "more of the log leaves more entries");
                assertEquals(held / 2, store.lastArrival(), "turns are whole");
                before = held;
            }
        }
        assertEquals(TURNS * 2L, before);
    }

    @Test
    void s07NeverServesWhatIsNotWhatWasWritten() throws Exception {
        Path whole = temp.resolve("whole");
        writeAndCopy(whole);
        open(whole).close();
        Path table = largest(whole, ".sst");
        List<Entry> written = written();
        int detected = 0;

        for (int spot = 0; spot < 16; spot++) {
            Path damaged = temp.resolve("damaged " + spot);
            copy(whole, damaged);
            flip(damaged.resolve(table.getFileName()), spot / 16.0);
            try (RocksLogStore store = open(damaged)) {
                assertEquals(written, all(store));
            } catch (StoreRefused | StoreUnreadable _) {
                detected++;
            }
        }

        assertTrue(detected >= 8, "only " + detected + " of 16 damages were noticed");
    }

    @Test
    void s07RefusesAStoreWithoutItsTableOfContents() throws Exception {
        Path whole = temp.resolve("whole");
        writeAndCopy(whole);

        for (String lost : List.of("CURRENT", "MANIFEST")) {
            Path damaged = temp.resolve("without " + lost);
            copy(whole, damaged);
            try (Stream<Path> files = Files.list(damaged)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().startsWith(lost)) {
                        Files.delete(file);
                    }
                }
            }

            StoreRefused refused = assertThrows(StoreRefused.class, () -> open(damaged));
            assertTrue(String.valueOf(refused.getMessage()).contains("restore a backup"), refused.getMessage());
        }
    }

    @Test
    void s05RefusesADirectoryThatIsNone() throws Exception {
        Path file = Files.writeString(temp.resolve("store"), "a file");

        assertThrows(StoreRefused.class, () -> open(file));
        assertThrows(StoreRefused.class, () -> open(file.resolve("below")));
        assertEquals("a file", Files.readString(file));
    }

    @Test
    void s09RefusesAStoreOfANewerVersionAndNamesIt() throws Exception {
        Path store = temp.resolve("store");
        open(store).close();
        rewrite(store, StoreDirectory.SCHEMA + 1, "gorizont 9.9");

        StoreRefused refused = assertThrows(StoreRefused.class, () -> open(store));

        assertTrue(String.valueOf(refused.getMessage()).contains("Use gorizont 9.9 or newer"), refused.getMessage());
        rewrite(store, StoreDirectory.SCHEMA, "gorizont 0.1");
        open(store).close();
    }

    @Test
    void beginsAnewAfterACrashInTheMiddleOfMakingAStore() throws Exception {
        Path unfinished = temp.resolve("store.new");
        Files.createDirectories(unfinished.resolve("sub"));
        Files.writeString(unfinished.resolve("sub").resolve("CURRENT"), "half");

        try (RocksLogStore store = open(temp.resolve("store"))) {
            assertEquals(List.of(), store.logs());
        }

        assertFalse(Files.exists(unfinished));
    }

    @Test
    void losesNothingWhenClosedWithStagedChanges() throws Exception {
        Path directory = temp.resolve("store");
        try (RocksLogStore store = open(directory)) {
            store.stage(turn(0));
            store.commit();
            store.stage(turn(1));
        }

        try (RocksLogStore store = open(directory)) {
            assertEquals(written().subList(0, 2), all(store), "what was committed, and nothing of what was not");
        }
    }

    private static RocksLogStore open(Path directory) throws StoreRefused {
        return RocksLogStore.open(directory, "test", () -> bytes("epoch", 16));
    }

    private static List<Entry> all(RocksLogStore store) {
        return store.entries(LOG, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static List<Entry> written() {
        return StoredValues.entries(TURNS * 2, 200);
    }

    private static List<Change> turn(int turn) {
        return List.of(
                new Change.EntriesAdded(LOG, turn * 2L, written().subList(turn * 2, turn * 2 + 2)),
                new Change.ArrivalAdded(StoredValues.arrival(turn + 1, LOG)));
    }

    /** A store whose turns are all in its write-ahead log still, as after a crash. */
    private void writeAndCopy(Path target) throws Exception {
        Path running = temp.resolve("running");
        try (RocksLogStore store = open(running)) {
            for (int turn = 0; turn < TURNS; turn++) {
                store.stage(turn(turn));
                store.commit();
            }
            copy(running, target);
        }
    }

    private static void rewrite(Path directory, long schema, String program) throws Exception {
        try (Database database = new Database(directory, OpenDatabase.existing(directory), true);
                Staged rows = new Staged(database)) {
            Meta.put(rows, Meta.SCHEMA, schema);
            Meta.put(rows, Meta.PROGRAM, Forms.utf8(program));
            rows.write();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path largest(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void flip(Path file, double where) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[(int) (content.length * where)] ^= 0x10;
        Files.write(file, content);
    }
}
