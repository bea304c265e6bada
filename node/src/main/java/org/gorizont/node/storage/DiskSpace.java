// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.io.IOException;
import java.nio.file.Path;

/** How many bytes are free where the store lies. May block on the disk. */
@FunctionalInterface
public interface DiskSpace {
    long MEBIBYTE = 1L << 20;
    /** Below this, people are warned. */
    long WARN_BYTES = 500 * MEBIBYTE;
    /** Below this, nothing is taken from others. */
    long OWN_ONLY_BYTES = 200 * MEBIBYTE;
    /** Below this, nothing is written at all. */
    long READ_ONLY_BYTES = 100 * MEBIBYTE;

    /**
     * Bytes that can still be written.
     *
     * @throws IOException if the file system does not answer
     */
    long freeBytes() throws IOException;

    /** The file system that {@code directory} lies on. */
    static DiskSpace of(Path directory) {
        return () -> {
            // Asks for the directory itself. A FileStore looks for it in the list of mounts, which is missing or tells
            // of
            // other places in a container or a changed root.
            long usable = directory.toFile().getUsableSpace();
            if (usable == 0 && directory.toFile().getTotalSpace() == 0) {
                throw new IOException("the file system of " + directory + " does not answer");
            }
            return usable;
        };
    }

    /** What may still be written. A file system that does not answer counts as full. */
    default Level level() {
        try {
            return Level.of(freeBytes());
        } catch (IOException e) {
            return Level.READ_ONLY;
        }
    }

    /** What may be written with this much room. */
    enum Level {
        ENOUGH,
        /** Everything, and people are warned. */
        WARN,
        /** What this school publishes, nothing of others. */
        OWN_ONLY,
        /** Nothing. */
        READ_ONLY;

        public static Level of(long freeBytes) {
            if (freeBytes < READ_ONLY_BYTES) {
                return READ_ONLY;
            }
            if (freeBytes < OWN_ONLY_BYTES) {
                return OWN_ONLY;
            }
            return freeBytes < WARN_BYTES ? WARN : ENOUGH;
        }
    }
}
