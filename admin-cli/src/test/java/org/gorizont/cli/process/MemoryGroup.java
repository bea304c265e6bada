// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * So much memory and no more: a control group of the kernel, of its first or second version, whichever this machine has. A
 * process beyond the limit is killed. The group is removed at the end, when its processes have gone.
 */
public final class MemoryGroup implements AutoCloseable {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final Duration EMPTY = Duration.ofSeconds(30);

    private final Path group;
    private final Names files;

    private MemoryGroup(Path group, Names files) {
        this.group = group;
        this.files = files;
    }

    /**
     * How the two versions call things.
     *
     * @param kills in which lines stand that begin with {@code oom_kill} and a space
     */
    private record Names(String limit, String peak, String kills) {
        static final Names FIRST =
                new Names("memory.limit_in_bytes", "memory.max_usage_in_bytes", "memory.oom_control");
        static final Names SECOND = new Names("memory.max", "memory.peak", "memory.events");
    }

    /** An empty group with that limit; nothing where this machine does not let us make one. */
    public static Optional<MemoryGroup> of(int mib) throws IOException {
        boolean first = Files.exists(ROOT.resolve("memory").resolve(Names.FIRST.limit));
        Names files = first ? Names.FIRST : Names.SECOND;
        Path parent = first ? ROOT.resolve("memory") : ROOT;
        if (!Files.isWritable(parent)) {
            return Optional.empty();
        }
        Path group = parent.resolve("gorizont-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(group);
        } catch (IOException _) {
            return Optional.empty();
        }
        if (!Files.exists(group.resolve(files.limit)) || !Files.exists(group.resolve(files.peak))) {
            Files.delete(group);
            return Optional.empty();
        }
        Files.writeString(group.resolve(files.limit), Long.toString((long) mib << 20));
        Path swap = group.resolve("memory.swap.max");
        if (Files.exists(swap)) {
            Files.writeString(swap, "0");
        }
        return Optional.of(new MemoryGroup(group, files));
    }

    /** What a shell does to join. */
    public List<String> joining() {
        return List.of("echo $$ > " + group.resolve("cgroup.procs"));
    }

    public boolean holds(long pid) throws IOException {
        return Files.readAllLines(group.resolve("cgroup.procs")).contains(Long.toString(pid));
    }

    /** The most that all processes of the group have had at a time, what the kernel keeps of their files included. */
    public long peakBytes() throws IOException {
        return Long.parseLong(Files.readString(group.resolve(files.peak)).strip());
    }

    /** How many processes of the group were killed because they wanted more. */
    public long kills() throws IOException {
        return Files.readAllLines(group.resolve(files.kills)).stream()
                .filter(line -> line.startsWith("oom_kill "))
                .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                .findFirst()
                .orElseThrow(() -> new IOException("the kernel does not count kills"));
    }

    @Override
    public void close() {
        // The kernel takes a moment to let go of processes that have ended.
        await().atMost(EMPTY).ignoreExceptions().until(() -> {
            Files.deleteIfExists(group);
            return true;
        });
    }
}
