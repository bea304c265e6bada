// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room of a directory is known also where the list of mounts says nothing of it: in containers and changed roots. */
final class DiskSpaceIT {
    @Test
    void s03KnowsTheRoomWithoutAListOfMounts(@TempDir Path directory) throws Exception {
        assumeTrue(
                System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/unshare")),
                "needs Linux, root and unshare");
        Process process = new ProcessBuilder(
                        "unshare",
                        "-m",
                        "sh",
                        "-c",
                        "mount --bind /dev/null /proc/$$/mounts || exit 9; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpaceProbe.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        assumeTrue(code != 9, "needs the right to mount");

        assertEquals(0, code, said);
        assertTrue(said.startsWith("no list of mounts"), said);
        assertEquals(DiskSpace.of(directory).level().name(), said.substring(said.lastIndexOf(' ') + 1));
    }

    /** Says what both ways to ask tell. */
    static final class SpaceProbe {
        public static void main(String[] args) {
            Path directory = Path.of(args[0]);
            try {
                System.out.print(
                        "a list of mounts, " + Files.getFileStore(directory).getUsableSpace());
            } catch (IOException _) {
                System.out.print("no list of mounts");
            }
            System.out.println(" " + DiskSpace.of(directory).level());
        }
    }
}
