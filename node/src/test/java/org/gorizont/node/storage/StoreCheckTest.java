// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.StoredValues.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreCheckTest {
    private static final LogId LOG = StoredValues.log(ALICE);
    private static final int ENTRIES = 300;

    @TempDir
    Path temp;

    private Path directory;

    @BeforeEach
    void aLogOnDisk() throws Exception {
        directory = temp.resolve("store");
        List<Entry> entries = StoredValues.entries(ENTRIES, 40);
        CompactRange.Grown grown =
                CompactRange.empty().grow(entries.stream().map(Entry::hash).toList());
        try (RocksLogStore store = open()) {
            List<Change> changes = new ArrayList<>();
            changes.add(new Change.EntriesAdded(LOG, 0, entries));
            HashTiles.append(grown, _ -> List.of())
                    .forEach(tile -> changes.add(new Change.TileWritten(LOG, tile.id(), tile.hashes())));
            Optional<SignedHead> none = Optional.empty();
            changes.add(new Change.LogAdvanced(new LogState(LOG, grown.range(), none, none, Optional.empty(), 0)));
            store.stage(changes);
            store.commit();
        }
    }

    @Test
    void findsAWholeStoreWhole() throws Exception {
        assertEquals(new StoreCheck.Whole(1, ENTRIES), StoreCheck.of(directory));
    }

    /** The checksums of the files are right here: only the hashes tell. */
    @Test
    void s07FindsAnEntryThatIsNotTheOneThatWasWritten() throws Exception {
        Entry other = StoredValues.entry("other", 40);
        put(Family.HEADERS, other.headerBytes());

        assertTrue(message().contains("entry 7 is not the one"), message());
    }

    @Test
    void s07FindsABodyThatIsNotTheOneThatWasWritten() throws Exception {
        put(Family.BODIES, StoredValues.bytes("other body", 72));

        assertTrue(message().contains("body of entry 7"), message());
    }

    private void put(Family family, Bytes value) throws Exception {
        try (Database database = new Database(directory, OpenDatabase.existing(directory), true);
                Staged rows = new Staged(database)) {
            rows.put(family, Keys.entry(0, 7), value.unsafeArray());
            rows.write();
        }
    }

    private String message() {
        return String.valueOf(
                assertThrows(StoreRefused.class, () -> StoreCheck.of(directory)).getMessage());
    }

    private RocksLogStore open() throws Exception {
        return RocksLogStore.open(directory, "test", () -> Bytes.zeros(16));
    }
}
