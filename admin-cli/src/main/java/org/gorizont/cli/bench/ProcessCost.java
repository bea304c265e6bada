// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.cli.text.Failure;

/** What a process takes of a computer, by Linux's {@code /proc} (proc(5)); elsewhere measuring fails with a word. */
final class ProcessCost {
    /** Unit of processor time in {@code stat}; the same on every Linux since 2.6. */
    private static final double TICKS_A_SECOND = 100;
    /** Position of user time behind the name of the program, which stands in parentheses and may hold anything. */
    private static final int USER_TIME = 11;

    private final Path folder;

    ProcessCost(long pid) {
        this.folder = Path.of("/proc", Long.toString(pid));
    }

    /** Memory that stands for the process, in KiB. */
    long rssKib() {
        return kib("status", "VmRSS:");
    }

    /** Of it what nobody else could use: neither shared nor to be had from a file again. */
    long privateKib() {
        return kib("smaps_rollup", "Private_Dirty:");
    }

    /** Processor time so far, of all its threads, in user space and in the kernel. */
    double cpuSeconds() {
        String stat = String.join(" ", lines("stat"));
        String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(values[USER_TIME]) + Long.parseLong(values[USER_TIME + 1])) / TICKS_A_SECOND;
    }

    private long kib(String file, String name) {
        return lines(file).stream()
                .filter(line -> line.startsWith(name))
                .flatMap(line -> Stream.of(line.replaceAll("\\D", "")))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> Failure.of("bench-failed", folder + "/" + file));
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw Failure.of("bench-failed", String.valueOf(e.getMessage()));
        }
    }
}
