// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.StoredValues.bytes;

import java.nio.file.Path;
import java.util.List;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract of stores, on disk: with what is staged, with what is committed, and after opening again. */
final class RocksLogStoreContractTest {
    @Nested
    final class WhileStaged extends OnDisk {
        @Override
        protected void apply(List<Change> changes) {
            store.stage(changes);
        }
    }

    @Nested
    final class OnceCommitted extends OnDisk {
        @Override
        protected void apply(List<Change> changes) throws Exception {
            store.stage(changes);
            store.commit();
        }
    }

    @Nested
    final class ForReaders extends OnDisk {
        @Override
        protected LogStore store() {
            return store.reader();
        }

        @Override
        protected void apply(List<Change> changes) throws Exception {
            store.stage(changes);
            store.commit();
        }
    }

    @Nested
    final class OnceOpenedAgain extends OnDisk {
        @Override
        protected void apply(List<Change> changes) throws Exception {
            store.stage(changes);
            store.commit();
            store.close();
            open();
        }
    }

    abstract static class OnDisk extends LogStoreContract {
        @TempDir
        Path directory;

        RocksLogStore store;

        @BeforeEach
        void open() throws Exception {
            store = RocksLogStore.open(directory.resolve("store"), "test 1", () -> bytes("epoch", 16));
        }

        @AfterEach
        void close() {
            store.close();
        }

        @Override
        protected LogStore store() {
            return store;
        }
    }
}
