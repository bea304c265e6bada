// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@link StoreProbe} in a process of its own, so that it can be killed. */
final class ProbeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    private ProbeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param before command that starts it, such as strace with its options; may be empty */
    static ProbeProcess start(Path output, List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StoreProbe.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        return new ProbeProcess(builder.start(), output);
    }

    /** Waits until the log has at least this many acknowledged entries. */
    void awaitAcknowledged(Path ack, long size) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the probe has ended: " + output());
            }
            return StoreProbe.acknowledged(ack) >= size;
        });
    }

    void awaitOutput(String text) {
        await().atMost(PATIENCE).until(() -> output().contains(text));
    }

    /** Exit code of a probe that ends by itself. */
    int awaitEnd() {
        await().atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        kill();
    }
}
