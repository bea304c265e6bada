// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.SettingWords;

/**
 * A running node that this command started. Unless it is left, it ends with this object, and with this command whatever ends
 * that: a hook of the JVM sees to it.
 */
public final class NodeProcess implements AutoCloseable {
    static final String MAIN = "org.gorizont.node.NodeMain";

    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration ORDERLY = Duration.ofSeconds(20);
    /** A longer one begins anew at the next start. */
    static final long LOG_BYTES = 4L << 20;

    private static final int LAST_LINES = 15;
    private static final String WHY = "why: ";
    private static final String SETTINGS = "SETTINGS";
    private static final String PART_END = "\u001f";
    /** Why a node did not start, where there are words for it. */
    private static final List<String> KNOWN = List.of("PORT", "PORT_CLOSED", "IN_USE", "NEWER_STORE");

    private final Path data;
    private final Path log;
    private final long logBefore;
    private final Optional<FileTime> portFileBefore;
    private final Process process;
    private final Thread hook;
    private boolean left;

    private NodeProcess(Path data, Path log, long logBefore, Optional<FileTime> portFileBefore, Process process) {
        this.data = data;
        this.log = log;
        this.logBefore = logBefore;
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
            setAside(log);
            long logBefore = Files.exists(log) ? Files.size(log) : 0;
            Process process = new ProcessBuilder(program.command(MAIN, data))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            return hooked(data, log, logBefore, portFileBefore, process);
        } catch (IOException e) {
            throw Failure.of("cannot-start", data, String.valueOf(e.getMessage()));
        }
    }

    /** What the process prints is little, but for a fault; what it notes while it runs has files of its own. */
    private static void setAside(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
            Files.move(log, log.resolveSibling("node.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A process for which no hook can be set any more would outlive this JVM. */
    private static NodeProcess hooked(
            Path data, Path log, long logBefore, Optional<FileTime> portFileBefore, Process process) {
        try {
            return new NodeProcess(data, log, logBefore, portFileBefore, process);
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
        await(this::answers);
    }

    /**
     * Waits until the node answers, or the page where its school is set up.
     *
     * @return that page; empty when there is a school
     * @throws Failure if it ends before, with the last lines that it printed
     */
    public Optional<FirstStartPage> awaitPages() throws InterruptedException {
        await(() -> answers() || firstStart().isPresent());
        return firstStart();
    }

    private Optional<FirstStartPage> firstStart() {
        return FirstStartPage.running(data).filter(page -> page.pid() == process.pid());
    }

    private void await(BooleanSupplier ready) throws InterruptedException {
        long end = System.nanoTime() + READY.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw whyEnded();
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

    /** From now on the node outlives this object and this command. */
    public void leave() {
        Runtime.getRuntime().removeShutdownHook(hook);
        left = true;
    }

    /** Asks the node to end, and ends it when it does not; nothing if it was left. */
    @Override
    public void close() {
        if (!left) {
            close(ORDERLY);
        }
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

    private Failure whyEnded() {
        List<String> lines = linesOfThisRun();
        String[] why = lines.stream()
                .filter(line -> line.startsWith(WHY))
                .findFirst()
                .map(line -> line.substring(WHY.length()).split("\t"))
                .orElse(new String[] {""});
        if (why[0].equals(SETTINGS)) {
            return Failure.of("start." + SETTINGS, data, mistakes(Stream.of(why).skip(1)));
        } else if (KNOWN.contains(why[0])) {
            Object[] values =
                    Stream.concat(Stream.of(data), Stream.of(why).skip(1)).toArray();
            return Failure.of("start." + why[0], values);
        }
        return Failure.of(
                "node-ended",
                data,
                String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
    }

    private static SettingWords mistakes(Stream<String> coded) {
        return new SettingWords(
                coded.map(mistake -> List.of(mistake.split(PART_END, -1))).toList());
    }

    private List<String> linesOfThisRun() {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(logBefore);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException _) {
            return List.of(log.toString());
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
