// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.text.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Figures of the pure core: a process of its own, so that nothing of this command disturbs it. */
final class CoreBench {
    private static final String MAIN = "org.gorizont.simulations.bench.BenchMain";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CoreBench() {}

    static List<Figure> run(Path home, String area) throws InterruptedException {
        String java = System.getProperty(
                "gorizont.java",
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path app = home.resolve("simulations").resolve("target").resolve("app");
        try {
            Process process = new ProcessBuilder(java, "-XX:+UseSerialGC", "-cp", app + "/*", MAIN, area)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw Failure.of("bench-failed", area);
            }
            return new ArrayList<>(List.of(JSON.readValue(json, Figure[].class)));
        } catch (IOException | JacksonException e) {
            throw Failure.of("bench-failed", area + ": " + e.getMessage());
        }
    }
}
