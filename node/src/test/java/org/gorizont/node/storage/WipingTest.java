// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.StoredValues.ALICE;
import static org.gorizont.node.storage.StoredValues.bytes;
import static org.gorizont.node.storage.StoredValues.entries;
import static org.gorizont.node.storage.StoredValues.entry;
import static org.gorizont.node.storage.StoredValues.erasure;
import static org.gorizont.node.storage.StoredValues.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was erased is in no file of the store. */
final class WipingTest {
    private static final LogId LOG = StoredValues.log(ALICE);
    private static final Entry SECRET = entry("secret", 100);

    @TempDir
    Path temp;

    private RocksLogStore store;

    @BeforeEach
    void open() throws Exception {
        store = RocksLogStore.open(temp.resolve("store"), "test", () -> bytes("epoch", 16));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasErasedIsInNoFileAfterwards() throws Exception {
        change(new Change.EntriesAdded(LOG, 0, entries(9, 50)), new Change.EntriesAdded(LOG, 9, List.of(SECRET)));
        // Into a file, and once more into the log in front of it.
        close();
        open();
        change(new Change.BodyErased(LOG, 9), new Change.EntriesAdded(LOG, 10, List.of(erasure("secret"))));
        assertTrue(tells(SECRET), "the test itself must find what it looks for");

        store.wipe(() -> {});

        assertFalse(tells(SECRET));
        assertTrue(tells(entries(9, 50).getFirst()), "others stay");
        assertFalse(store.hasErased());
        assertEquals(SECRET.withoutBody(), store.entry(LOG, 9).orElseThrow());
    }

    @Test
    void whatWasErasedBeforeItWasWrittenToAFileIsInNoFileEither() throws Exception {
        change(new Change.EntriesAdded(LOG, 0, List.of(SECRET)));
        change(new Change.BodyErased(LOG, 0));
        assertTrue(tells(SECRET));

        store.wipe(() -> {});

        assertFalse(tells(SECRET));
    }

    @Test
    void aWipeThatWasInterruptedIsDoneAgainAfterTheNextStart() throws Exception {
        change(new Change.EntriesAdded(LOG, 0, List.of(SECRET)));
        change(new Change.BodyErased(LOG, 0));
        assertThrows(
                IOException.class,
                () -> store.wipe(() -> {
                    throw new IOException("the index cannot be written");
                }));

        close();
        open();

        assertTrue(store.hasErased());
        store.wipe(() -> {});
        assertFalse(store.hasErased());
    }

    @Test
    void aStoreOfTheFirstSchemaLearnsWhichEntriesSpeakOfARecord() throws Exception {
        change(new Change.EntriesAdded(LOG, 0, List.of(SECRET, entry("other", 9), erasure("secret"))));
        close();
        makeOfFirstSchema(temp.resolve("store"));

        open();

        assertEquals(List.of(2L, 0L), store.versions(LOG, record("secret"), 9, 9));
        assertEquals(List.of(2L), store.erasures(LOG, 0, 9));
        change(new Change.BodyErased(LOG, 0));
        assertTrue(store.hasErased());
    }

    private static void makeOfFirstSchema(Path directory) throws Exception {
        OpenDatabase database = OpenDatabase.existing(directory);
        for (Family family : List.of(Family.VERSIONS, Family.ERASURES, Family.ERASED)) {
            database.rocks().dropColumnFamily(database.handle(family));
        }
        database.rocks()
                .put(database.handle(Family.META), Meta.SCHEMA.getBytes(StandardCharsets.US_ASCII), Keys.of(1L));
        database.close();
    }

    private void change(Change... changes) throws Exception {
        store.stage(List.of(changes));
        store.commit();
    }

    /** Whether the body can be read in any file, by its first bytes: those are compressed by nothing. */
    private boolean tells(Entry entry) throws IOException {
        String secret = text(entry.body().orElseThrow().content().slice(0, 24).toArray());
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (text(Files.readAllBytes(file)).contains(secret)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
