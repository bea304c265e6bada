// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory there is for this process; known on Linux. */
final class Memory {
    private static final Path COMPUTER = Path.of("/proc/meminfo");
    private static final String TOTAL = "MemTotal:";
    private static final int KIB = 1024;
    /** Of the second and of the first version of control groups, as a process in a container sees them. */
    private static final List<Path> LIMITS =
            List.of(Path.of("/sys/fs/cgroup/memory.max"), Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));

    private Memory() {}

    /** Of the computer, or the limit of the container if that is less. */
    static OptionalLong limitBytes() {
        return Stream.concat(Stream.of(computer()), LIMITS.stream().map(Memory::number))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    private static OptionalLong computer() {
        try (Stream<String> lines = Files.lines(COMPUTER)) {
            return lines.filter(line -> line.startsWith(TOTAL))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst();
        } catch (IOException | NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /** Without a limit there is a word, or a number beyond all computers. */
    private static OptionalLong number(Path file) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
