// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import static org.gorizont.node.identity.NodeIdentityTest.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gorizont.node.storage.RocksLogStore;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineageTest {
    private static final Bytes FIRST_EPOCH = bytes(16, 100);

    @TempDir
    Path temp;

    private Path data;
    private int starts;

    @BeforeEach
    void aNewNode() throws Exception {
        data = temp.resolve("school");
        NewNode.create(data, bytes(32, 1), new RecoverySheet(bytes(32, 2)), bytes(16, 3));
    }

    @Test
    void countsStartsOnTheSameStore() throws Exception {
        Lineage first = start();
        Lineage second = start();

        assertEquals(1, first.startCounter());
        assertEquals(2, second.startCounter());
        assertFalse(first.restored());
        assertFalse(second.restored());
        assertNotEquals(first.token(), second.token());
        assertEquals(FIRST_EPOCH, epoch());
    }

    @Test
    void s10ABackupOfTheRunBeforeOpensAsARestore() throws Exception {
        start();
        backUp();
        start();
        start();

        restore();
        Lineage lineage = start();

        assertTrue(lineage.restored());
        assertNotEquals(FIRST_EPOCH, epoch());
    }

    @Test
    void staysARestoreUntilItIsSettled() throws Exception {
        start();
        Files.delete(data.resolve("lineage.token"));
        start();

        assertTrue(start().restored());
        try (RocksLogStore store = open()) {
            Lineage.mark(store, false);
            store.commit();
        }

        assertFalse(start().restored());
    }

    @Test
    void s10ABackupOfThisVeryRunOpensAsARestore() throws Exception {
        start();
        backUp();
        try (RocksLogStore store = open()) {
            Lineage.renew(store, data, bytes(16, 99));
        }

        restore();

        assertTrue(start().restored());
    }

    @Test
    void aBackupOnANewDiskOpensAsARestore() throws Exception {
        start();
        Files.delete(data.resolve("lineage.token"));

        assertTrue(start().restored());
    }

    @Test
    void s16AnEmptyStoreUnderAnOldIdentityOpensAsARestore() throws Exception {
        start();
        Files.move(data.resolve("store"), temp.resolve("gone"));

        assertTrue(start().restored());
    }

    @Test
    void aCrashBetweenTheTwoWritesIsNoAlarm() throws Exception {
        start();
        Path token = data.resolve("lineage.token");
        Path before = temp.resolve("before");
        Files.copy(token, before);
        start();
        Files.copy(before, token, StandardCopyOption.REPLACE_EXISTING);

        assertFalse(start().restored());
    }

    private RocksLogStore open() throws Exception {
        return RocksLogStore.open(data.resolve("store"), "test", () -> FIRST_EPOCH);
    }

    private Lineage start() throws Exception {
        starts++;
        try (RocksLogStore store = open()) {
            return Lineage.begin(store, data, bytes(16, starts), bytes(16, 100 + starts));
        }
    }

    private Bytes epoch() throws Exception {
        try (RocksLogStore store = open()) {
            return store.epoch();
        }
    }

    private void backUp() throws Exception {
        try (RocksLogStore store = open()) {
            store.checkpoint(temp.resolve("backup"));
        }
    }

    private void restore() throws Exception {
        Files.move(data.resolve("store"), temp.resolve("old"));
        Files.move(temp.resolve("backup"), data.resolve("store"));
    }
}
