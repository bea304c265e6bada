// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped scenario, shortened: from the file to the words. */
final class PlanCommandSimulationTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void theShippedScenarioIsAnsweredInWordsAndTwiceTheSame() throws IOException {
        assertEquals(0, simulate(2, "4 h"));
        String first = out.toString(StandardCharsets.UTF_8);
        out.reset();
        assertEquals(0, simulate(2, "4 h"));

        assertEquals(first, out.toString(StandardCharsets.UTF_8));
        assertTrue(first.contains("9 школ, 1 сеть"), first);
        assertTrue(first.contains("в каждом прогоне каждая школа в конце знала всё"), first);
        assertFalse(first.contains("%" + "s"), first);
    }

    @Test
    void schoolsThatAreOffAtNightAreTheLastToKnow() throws IOException {
        assertEquals(0, simulate(2, "1 d", "--json"));

        JsonNode answer = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals("night", answer.get("worst").get(0).get("reason").asString());
        assertTrue(answer.get("half").get("median").asDouble() < 5, answer.toString());
        assertTrue(answer.get("allOf95Percent").get("median").asDouble() > 3_600, answer.toString());
        assertEquals(0, answer.get("unfinished").asInt());
    }

    @Test
    void aWrongScenarioIsNotRun() throws IOException {
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, "scenario: x\nrnus: 3\n");

        assertEquals(2, run(List.of(file.toString(), "--lang", "en")));

        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("line 2: unknown key \"rnus\". Did you mean \"runs\"?"), said);
        assertEquals(2, run(List.of(folder.resolve("absent.yaml").toString())));
        assertEquals(2, run(List.of("--jsn")));
        assertEquals(2, run(List.of()));
    }

    private int simulate(int runs, String duration, String... options) throws IOException {
        Path shipped = Path.of(System.getProperty("gorizont.home", ".."), "simulations/scenarios/mariinsk.yaml");
        Path file = folder.resolve("short.yaml");
        Files.writeString(
                file,
                Files.readString(shipped)
                        .replace("duration: 2 d", "duration: " + duration)
                        .replace("runs: 10", "runs: " + runs)
                        .replaceAll("(?s)\nfaults:.*", "\n"));
        List<String> args = new ArrayList<>(List.of(options));
        args.add(file.toString());
        return run(args);
    }

    private int run(List<String> args) {
        return SimulateMain.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
