// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;
import org.junit.jupiter.api.Test;

/** What a campaign has found once is run for ever: {@code past-failures.txt} has a line for each. */
final class PastFailuresTest {
    @Test
    void noSeedThatHasFailedFailsAgain() throws IOException {
        List<String> lines = lines();

        List<String> failures = lines.parallelStream()
                .map(PastFailuresTest::failure)
                .flatMap(Optional::stream)
                .toList();

        assertFalse(lines.isEmpty());
        assertEquals(List.of(), failures);
    }

    private static List<String> lines() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PastFailuresTest.class.getResourceAsStream("past-failures.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static Optional<String> failure(String line) {
        String[] words = line.split(" +");
        Scene scene = Scene.of(words[0]).orElseThrow();
        long seed = Long.parseLong(words[1]);
        try {
            scene.run(seed, Build.REAL, Trace.SILENT);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e.getMessage() + "; again: " + scene.replay(seed));
        }
    }
}
