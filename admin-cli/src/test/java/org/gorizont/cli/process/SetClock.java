// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The wall clock of the programs started behind it, set as somebody sets the clock of a computer: it jumps, while what has really
 * passed goes on steadily. Debian's libfaketime does it. Where that is missing it is installed if that is allowed; else the test
 * fails and says what to do.
 */
public final class SetClock {
    private static final String WHAT_TO_DO =
            "The test of clocks that jump needs Debian's libfaketime: sudo apt-get install faketime";
    private static final long INSTALL_MINUTES = 5;
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path library;
    private final Path offset;

    private SetClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /**
     * One that is right so far.
     *
     * @throws IllegalStateException if this machine has none, with what to do
     */
    public static SetClock in(Path folder) throws IOException, InterruptedException {
        if (library().isEmpty()) {
            install();
        }
        Path library = library().orElseThrow(() -> new IllegalStateException(WHAT_TO_DO));
        SetClock clock = new SetClock(library, folder.resolve("clock.offset"));
        clock.set(Duration.ZERO);
        return clock;
    }

    /** From now on the clock is wrong by so much, to the second. */
    public void set(Duration wrongBy) throws IOException {
        // A program that looks in between would find half a number.
        Path next = offset.resolveSibling("clock.next");
        Files.writeString(next, String.format("%+d", wrongBy.toSeconds()));
        Files.move(next, offset, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What a shell does to go by this clock. Dates of files stay those of the disk. Pauses of the JVM go by the steady clock; a
     * correction that libfaketime has for old C libraries would end them at once.
     */
    public List<String> taking() {
        return List.of(
                "export LD_PRELOAD=" + library,
                "export FAKETIME_TIMESTAMP_FILE='" + offset + "'",
                "export FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0 NO_FAKE_STAT=1");
    }

    private static Optional<Path> library() throws IOException {
        if (!Files.isDirectory(LIBRARIES)) {
            return Optional.empty();
        }
        try (Stream<Path> architectures = Files.list(LIBRARIES)) {
            return architectures
                    .map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
    }

    private static void install() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw new IllegalStateException(WHAT_TO_DO);
        }
        System.err.println("Installing faketime for the test of clocks that jump…");
        String[] install = {"apt-get", "install", "-y", "-q", "--no-install-recommends", "faketime"};
        if (!run(install) && !(run("apt-get", "update", "-q") && run(install))) {
            throw new IllegalStateException(WHAT_TO_DO);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
