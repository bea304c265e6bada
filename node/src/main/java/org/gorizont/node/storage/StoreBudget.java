// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Free room on the disk, less what the store may not take: when the store has grown to its budget, nothing more is taken
 * from others, while this school's own records are still written.
 *
 * @param store directory whose files count
 */
public record StoreBudget(DiskSpace disk, Path store, int budgetMib) implements DiskSpace {
    @Override
    public long freeBytes() throws IOException {
        return disk.freeBytes();
    }

    @Override
    public Level level() {
        Level level = disk.level();
        return level.compareTo(Level.OWN_ONLY) < 0 && isSpent() ? Level.OWN_ONLY : level;
    }

    /** Whether copies of other schools have taken all that they may. */
    public boolean isSpent() {
        try {
            return sizeBytes() >= budgetMib * MEBIBYTE;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private long sizeBytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(store)) {
            for (Path file : files.toList()) {
                // RocksDB removes files at any time.
                bytes += Files.exists(file) ? Files.size(file) : 0;
            }
        }
        return bytes;
    }
}
