// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Linux archive, unpacked into a folder of its own, with its own Java and an empty data directory. */
final class UnpackedNode implements AutoCloseable {
    private static final long ORDERLY_SECONDS = 60;

    private final Path program;
    private final Path data;
    private final Path log;
    private @Nullable Process process;

    private UnpackedNode(Path program, Path data, Path log) {
        this.program = program;
        this.data = data;
        this.log = log;
    }

    static UnpackedNode unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("данные"));
        // The other school is on this computer too, so addresses that are never asked otherwise must be.
        Files.writeString(data.resolve("gorizont.toml"), """
                [peers]
                host = "127.0.0.1"
                port = 0
                allow_loopback_addresses = true
                [web]
                port = 0
                """);
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toAbsolutePath().toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor(), "tar");
        try (Stream<Path> unpacked = Files.list(folder)) {
            Path home = unpacked.filter(one -> Files.isRegularFile(one.resolve("VERSION")))
                    .findFirst()
                    .orElseThrow();
            return new UnpackedNode(home.resolve("gorizont"), data, folder.resolve("log"));
        }
    }

    /** Runs it as a person does; the address of the first start, with its code. */
    URI start(Duration patience) throws IOException {
        Process started = command("run");
        process = started;
        Path page = data.resolve("setup.page");
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> address(page).isPresent() || !started.isAlive());
        assertTrue(started.isAlive(), () -> "the program has ended: " + log);
        return address(page).orElseThrow();
    }

    private static Optional<URI> address(Path page) throws IOException {
        List<String> lines = Files.exists(page) ? Files.readAllLines(page) : List.of();
        return lines.size() == 2 ? Optional.of(URI.create(lines.getFirst())) : Optional.empty();
    }

    private Process command(String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(program.toString()), Stream.of(words)).toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("GORIZONT") || name.startsWith("JAVA"));
        builder.environment().put("GORIZONT_DATA", data.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    @Override
    public void close() throws IOException {
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            if (running.isAlive()) {
                command("stop").waitFor(ORDERLY_SECONDS, TimeUnit.SECONDS);
            }
            if (!running.waitFor(ORDERLY_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException _) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
