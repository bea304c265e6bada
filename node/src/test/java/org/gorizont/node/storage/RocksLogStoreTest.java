// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.StoredValues.ALICE;
import static org.gorizont.node.storage.StoredValues.bytes;
import static org.gorizont.node.storage.StoredValues.entries;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.LogId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store on disk does beyond the contract of stores. */
final class RocksLogStoreTest {
    private static final LogId LOG = StoredValues.log(ALICE);

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
    void showsOtherThreadsOnlyWhatIsCommitted() throws Exception {
        LogStore reader = store.reader();
        store.stage(List.of(new Change.EntriesAdded(LOG, 0, entries(3, 10))));

        assertEquals(List.of(), reader.entries(LOG, 0, 3, Integer.MAX_VALUE));
        store.commit();

        assertEquals(entries(3, 10), reader.entries(LOG, 0, 3, Integer.MAX_VALUE));
    }

    @Test
    void recoversOnlyAfterAFailure() throws Exception {
        store.stage(List.of(new Change.EntriesAdded(LOG, 0, entries(1, 10))));

        store.recover();

        assertFalse(store.isLatched());
        assertEquals(List.of(), store.reader().entries(LOG, 0, 3, Integer.MAX_VALUE));
    }

    @Test
    void countsTheBytesThatWaitToBeWritten() throws Exception {
        assertEquals(0, store.stagedBytes());
        store.stage(List.of(new Change.EntriesAdded(LOG, 0, entries(10, 1_000))));
        long staged = store.stagedBytes();

        store.commit();

        assertEquals(0, store.stagedBytes());
        assertTrue(staged > 10_000 && staged < 15_000, staged + " bytes");
    }

    @Test
    void remembersSlotsAndEpochs() throws Exception {
        assertEquals(Optional.empty(), store.slot(Slot.LINEAGE));
        LogStore reader = store.reader();
        store.stage(Slot.LINEAGE, bytes("lineage", 9));
        store.renewEpoch(bytes("later", 16));
        store.commit();
        assertEquals(bytes("later", 16), reader.epoch());

        close();
        open();

        assertEquals(Optional.of(bytes("lineage", 9)), store.slot(Slot.LINEAGE));
        assertEquals(bytes("later", 16), store.epoch());
    }

    @Test
    void copiesItselfWhileItRuns() throws Exception {
        store.stage(List.of(new Change.EntriesAdded(LOG, 0, entries(3, 10))));
        store.commit();

        store.checkpoint(temp.resolve("backup"));
        store.stage(List.of(new Change.EntriesAdded(LOG, 3, entries(3, 10))));
        store.commit();

        try (RocksLogStore backup = RocksLogStore.open(temp.resolve("backup"), "test", () -> bytes("never", 16))) {
            assertEquals(entries(3, 10), backup.entries(LOG, 0, 9, Integer.MAX_VALUE));
        }
    }
}
