// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Programs that stand between schools, each on a computer of its own. */
public final class Between implements AutoCloseable {
    private final Process process;

    private Between(Process process) {
        this.process = process;
    }

    /** A relay at port 7742. */
    public static Between relay(Namespaces namespaces, String computer, Path log) throws IOException {
        Path home = Path.of(System.getProperty("gorizont.home", "."));
        return on(
                namespaces,
                computer,
                log,
                Program.relay(home)
                        .command("org.gorizont.node.RelayMain", List.of("0.0.0.0", "7742", "0"))
                        .toArray(String[]::new));
    }

    /** A proxy at port 3128. */
    public static Between proxy(Namespaces namespaces, String computer, Path log) throws IOException {
        return on(namespaces, computer, log, SchoolProxy.command());
    }

    private static Between on(Namespaces namespaces, String computer, Path log, String... program) throws IOException {
        return new Between(new ProcessBuilder(namespaces.command(computer, program))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
