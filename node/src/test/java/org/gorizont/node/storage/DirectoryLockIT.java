// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryLockIT {
    @TempDir
    Path data;

    @Test
    void s08NamesTheProcessThatUsesTheDirectory() throws Exception {
        Process holder = hold();
        try (BufferedReader output = holder.inputReader()) {
            assertTrue("locked".equals(output.readLine()));

            StoreRefused refused = assertThrows(StoreRefused.class, () -> DirectoryLock.acquire(data));

            assertTrue(String.valueOf(refused.getMessage()).contains("process " + holder.pid() + " uses"));
            assertEquals(Optional.of(Long.toString(holder.pid())), DirectoryLock.holder(data));
        } finally {
            holder.destroyForcibly();
        }
        await().until(() -> !holder.isAlive());
        assertEquals(Optional.empty(), DirectoryLock.holder(data));
        DirectoryLock.acquire(data).close();
    }

    @Test
    void s08RefusesASecondLockInTheSameProcessAndKeepsTheFirst() throws Exception {
        try (DirectoryLock _ = DirectoryLock.acquire(data)) {
            assertThrows(StoreRefused.class, () -> DirectoryLock.acquire(data));

            Process second = hold();
            try (BufferedReader output = second.inputReader()) {
                assertTrue(String.valueOf(output.readLine())
                        .contains("process " + ProcessHandle.current().pid() + " uses"));
            } finally {
                second.destroyForcibly();
            }
        }
    }

    private Process hold() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        data.toString())
                .start();
    }

    /** Locks a directory, says so, and waits to be killed. */
    static final class LockHolder {
        public static void main(String[] args) throws Exception {
            try (DirectoryLock _ = DirectoryLock.acquire(Path.of(args[0]))) {
                System.out.println("locked");
                System.in.read();
            } catch (StoreRefused e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
