// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Failure;

/**
 * A running node that this command started. It ends with this object, and with this command whatever ends that: a hook of
 * the JVM sees to it.
 */
public final class NodeProcess implements AutoCloseable {
    static final String MAIN = "org.gorizont.node.NodeMain";

    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration ORDERLY = Duration.ofSeconds(20);
    private static final int LAST_LINES = 15;

    private final Path data;
    private final Path log;
    private final Optional<FileTime> portFileBefore;
    private final Process process;
    private final Thread hook;

    private NodeProcess(Path data, Path log, Optional<FileTime> portFileBefore, Process process) {
        this.data = data;
        this.log = log;
        this.portFileBefore = portFileBefore;
        this.process = process;
        this.hook = new Thread(() -> end(process, ORDERLY), "stop-node");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts the node of a data directory; what it prints goes into {@code node.log} there. */
    public static NodeProcess start(Program program, Path data) {
        Path log = data.resolve("node.log");
        try {
            Optional<FileTime> portFileBefore = portFile(data);
            Process process = new ProcessBuilder(program.command(MAIN, data))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            return hooked(data, log, portFileBefore, process);
        } catch (IOException e) {
            throw Failure.of("cannot-start", data, String.valueOf(e.getMessage()));
        }
    }

    /** A process for which no hook can be set any more would outlive this JVM. */
    private static NodeProcess hooked(Path data, Path log, Optional<FileTime> portFileBefore, Process process) {
        try {
            return new NodeProcess(data, log, portFileBefore, process);
        } catch (IllegalStateException e) {
            process.destroyForcibly();
            throw Failure.of("cannot-start", data, String.valueOf(e.getMessage()));
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path data() {
        return data;
    }

    /**
     * Waits until the node answers.
     *
     * @throws Failure if it ends before, with the last lines that it printed
     */
    public void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + READY.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw Failure.of("node-ended", data, lastLines());
            }
            Thread.sleep(LOOK);
        }
    }

    /** Waits until the node ends; its exit code. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends the process at once, as a power cut of this one computer would; returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the node to end, and ends it when it does not. */
    @Override
    public void close() {
        close(ORDERLY);
    }

    /** As {@link #close()}, with more or less patience before the node is ended. */
    void close(Duration patience) {
        end(process, patience);
        if (!Thread.currentThread().equals(hook)) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // This JVM is ending: the hook runs anyway, and finds nothing to do.
            }
        }
    }

    private boolean answers() {
        // A node that was killed leaves its file behind: asking there would be in vain.
        if (portFile(data).isEmpty() || portFile(data).equals(portFileBefore)) {
            return false;
        }
        try (AdminClient node = AdminClient.open(data)) {
            return node.status().getPid() == process.pid();
        } catch (Failure _) {
            return false;
        }
    }

    private static Optional<FileTime> portFile(Path data) {
        try {
            return Optional.of(Files.getLastModifiedTime(data.resolve("admin.port")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private String lastLines() {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(log));
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException _) {
            return log.toString();
        }
    }

    private static void end(Process process, Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
