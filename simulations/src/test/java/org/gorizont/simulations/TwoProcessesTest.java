// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collections of the JDK iterate otherwise in each process: two runs in one process would see nothing of that. */
final class TwoProcessesTest {
    @Test
    void sameSeedsGiveTheSameTracesInTwoProcesses() throws IOException, InterruptedException {
        Process first = check();
        Process second = check();

        String one = output(first);
        String other = output(second);

        assertTrue(one.contains("trace "), one);
        assertEquals(one, other);
    }

    private static Process check() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulateMain.class.getName(),
                        "check",
                        "--seed",
                        "9",
                        "--seeds",
                        "7"))
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
