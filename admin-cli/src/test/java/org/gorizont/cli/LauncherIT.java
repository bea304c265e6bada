// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a computer whose language is not installed, as it often is after a bare installation. */
final class LauncherIT {
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fileNamesInRussianAreReadWhenNothingOfTheLanguageIsInstalled() throws Exception {
        assertEquals(1, importing("LANG", "zz_ZZ.UTF-8"), this::printed);
    }

    @Test
    void fileNamesInRussianAreReadWhenOnePartOfTheLanguageIsNotInstalled() throws Exception {
        assertEquals(1, importing("LANG", "C.UTF-8", "LC_TIME", "zz_ZZ.UTF-8"), this::printed);
    }

    /** A name that is not read is a mistake of usage, 2; a node that is not there is 1. */
    private int importing(String... environment) throws Exception {
        Path table = Files.writeString(folder.resolve("практики.csv"), "код,название\n1,Опыт\n");
        String launcher =
                Path.of(System.getProperty("gorizont.home"), "gorizont").toString();
        ProcessBuilder command = new ProcessBuilder(
                        launcher, "--data", folder.resolve("узел").toString(), "import", "practices", table.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        Map<String, String> given = command.environment();
        given.keySet().removeIf(name -> name.startsWith("LC_"));
        for (int i = 0; i < environment.length; i += 2) {
            given.put(environment[i], environment[i + 1]);
        }
        Process process = command.start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private String printed() {
        try {
            return Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
