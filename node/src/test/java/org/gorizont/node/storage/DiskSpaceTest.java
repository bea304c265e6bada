// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.DiskSpace.MEBIBYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.gorizont.node.storage.DiskSpace.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskSpaceTest {
    @Test
    void s03WritesLessTheFullerTheDiskIs() {
        assertEquals(Level.READ_ONLY, level(100 * MEBIBYTE - 1));
        assertEquals(Level.OWN_ONLY, level(100 * MEBIBYTE));
        assertEquals(Level.OWN_ONLY, level(200 * MEBIBYTE - 1));
        assertEquals(Level.WARN, level(200 * MEBIBYTE));
        assertEquals(Level.WARN, level(500 * MEBIBYTE - 1));
        assertEquals(Level.ENOUGH, level(500 * MEBIBYTE));
    }

    @Test
    void takesADiskThatDoesNotAnswerForFull() {
        DiskSpace silent = () -> {
            throw new IOException("gone");
        };

        assertEquals(Level.READ_ONLY, silent.level());
    }

    @Test
    void asksTheFileSystem(@TempDir Path directory) throws IOException {
        assertTrue(DiskSpace.of(directory).freeBytes() > 0);
    }

    private static Level level(long freeBytes) {
        DiskSpace space = () -> freeBytes;
        return space.level();
    }
}
