// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The launcher as a person starts it, with what was built. Ends with the test. */
final class DemoProcess implements AutoCloseable {
    private static final int ORDERLY_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final BufferedReader out;

    private DemoProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static DemoProcess start(Path folder, String... words) throws IOException {
        Path home = Path.of(System.getProperty("gorizont.home")).toRealPath();
        List<String> command = new ArrayList<>(List.of(home.resolve("gorizont").toString()));
        command.addAll(List.of(words));
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("GORIZONT_NO_BUILD", "1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder);
        return new DemoProcess(builder.start(), errors);
    }

    /** The object that it prints; it may go on afterwards. */
    JsonNode object(long seconds) throws Exception {
        return JsonMapper.shared()
                .readTree(CompletableFuture.supplyAsync(this::untilClosed).get(seconds, TimeUnit.SECONDS));
    }

    /** The processes of its nodes. */
    List<ProcessHandle> nodes() {
        return process.descendants().toList();
    }

    /** Goes on after a hold. */
    void pressEnter() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    int exitCode(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** All of its output that is not read yet. */
    String rest() throws IOException {
        return String.join("\n", out.readAllLines());
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ORDERLY_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String untilClosed() {
        StringBuilder text = new StringBuilder();
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                text.append(line).append('\n');
                if (line.equals("}")) {
                    return text.toString();
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw new IllegalStateException("it ended without an object: " + text);
    }
}
