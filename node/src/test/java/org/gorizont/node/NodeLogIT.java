// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** However much a node notes, its files take no more than they may. */
final class NodeLogIT {
    private static final long ONE_FILE = 8L << 20;
    private static final long ALL_FILES = 64L << 20;
    private static final int LINE = 1_000;

    @Test
    void filesOfTheLogHaveALimitTogether(@TempDir Path data) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Talker.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("printed").toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(data.resolve("printed")));

        List<Path> files;
        try (Stream<Path> list = Files.list(data.resolve("log"))) {
            files = list.toList();
        }
        long all = files.stream().mapToLong(NodeLogIT::size).sum();
        assertTrue(all > ALL_FILES / 2, "it notes something: " + all);
        // A file is rolled with the line that goes beyond its limit.
        assertTrue(all <= ALL_FILES + LINE, files.size() + " files, " + all);
        assertTrue(files.stream().allMatch(file -> size(file) <= ONE_FILE + ONE_FILE / 8), files.toString());
        String last = Files.readString(data.resolve("log/gorizont.log"));
        assertTrue(last.contains("ERROR y: a library has said 7\n"), last.substring(last.length() - 300));
        assertEquals("", Files.readString(data.resolve("printed")), "what is printed has no limit");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says 90 MB, and something by the way of libraries. */
    static final class Talker {
        private static final int LINES = 90_000;

        public static void main(String[] args) {
            NodeLog.open(Path.of(args[0]));
            Logger log = LoggerFactory.getLogger(Talker.class);
            String line = "a".repeat(LINE);
            for (int i = 0; i < LINES; i++) {
                log.warn(line);
            }
            java.util.logging.Logger library = java.util.logging.Logger.getLogger("x.y");
            library.info("not worth a line");
            library.log(Level.SEVERE, "a library has said {0}", 7);
        }
    }
}
