// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gorizont.cli.text.Failure;

/** Programs of the system that packages need; what they say is shown only when they fail. */
final class Tool {
    private Tool() {}

    static boolean exists(String name) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> java.nio.file.Files.isExecutable(Path.of(folder, name)));
    }

    static void run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw Failure.of("package-tool", command.getFirst(), said.strip());
        }
    }
}
