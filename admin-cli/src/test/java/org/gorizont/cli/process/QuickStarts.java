// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Has the cache for quick starts made before tests that start nodes many times, as the launcher does. */
public final class QuickStarts {
    private QuickStarts() {}

    /** Makes it unless it is newer than the program; one process of the tests does it, others wait. */
    public static synchronized void make() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("gorizont.home", ".")).toRealPath();
        Path cache = Program.ordinary(home).cache();
        try (FileChannel file = FileChannel.open(
                        cache.resolveSibling("node.aot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = file.lock()) {
            if (!Files.exists(cache) || isOlderThanAnyJar(cache)) {
                QuickStart.main(new String[] {home.toString()});
            }
        }
        assertTrue(Files.size(cache) > 0);
    }

    private static boolean isOlderThanAnyJar(Path cache) throws IOException {
        try (Stream<Path> jars = Files.list(cache.resolveSibling("."))) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(cache)) > 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
