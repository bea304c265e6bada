// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallationTest {
    @Test
    void amongSourcesTheNodeRunsFromWhatItsBuildLeft(@TempDir Path home) {
        Program program = Program.ordinary(home);

        assertTrue(
                program.command("Main", home).contains(home.resolve("node/target/app") + java.io.File.separator + "*"));
        assertEquals(home.resolve("node/target/app/node.aot"), program.cache());
    }

    @Test
    void inAPackageItRunsFromItsOwnJarsAndTheCommonOnes(@TempDir Path folder) throws IOException {
        Path home = packageIn(folder.resolve("Школа № 7"));
        List<String> command = Program.ordinary(home).command("Main", folder);

        assertEquals(
                home.resolve("lib/common") + "/*" + java.io.File.pathSeparator + home.resolve("lib/node") + "/*",
                command.get(command.indexOf("-cp") + 1));
    }

    @Test
    void anotherVersionMakesAnotherCacheAndRemovesTheOld(@TempDir Path folder) throws IOException {
        Path home = packageIn(folder);
        Path first = Program.ordinary(home).cache();
        Files.writeString(first, "");

        Files.writeString(home.resolve("lib/node/node.jar"), "newer");
        Path second = Program.ordinary(home).cache();
        Files.writeString(second, "");
        new Installation(home).removeOldCaches();

        assertNotEquals(first, second);
        assertTrue(Files.notExists(first));
        assertTrue(Files.exists(second));
        assertEquals(home.resolve("lib"), second.getParent());
    }

    private static Path packageIn(Path home) throws IOException {
        Files.createDirectories(home.resolve("lib/common"));
        Files.createDirectories(home.resolve("lib/node"));
        Files.writeString(home.resolve("lib/node/node.jar"), "jar");
        return home;
    }
}
