// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real ext4 in a file, whose power can be cut: the file system is shut down without writing anything out
 * (EXT4_IOC_SHUTDOWN with NOLOGFLUSH, as xfstests do), so that what was not synced by then is gone when it is mounted
 * again. Needs Linux, root, loop devices and mkfs.ext4; nothing else.
 */
public final class Ext4Image implements AutoCloseable {
    /** {@code _IOR('X', 125, __u32)}. */
    private static final long EXT4_IOC_SHUTDOWN = 0x8004587DL;

    private static final int NO_LOG_FLUSH = 2;
    private static final int READ_ONLY = 0;
    private static final int IMAGE_MIB = 256;
    private static final List<Path> TOOL_DIRECTORIES =
            List.of(Path.of("/usr/sbin"), Path.of("/sbin"), Path.of("/usr/bin"));

    private final Path mountPoint;
    private Path image;
    private boolean mounted;

    private Ext4Image(Path image, Path mountPoint) {
        this.image = image;
        this.mountPoint = mountPoint;
    }

    /** Makes and mounts one; empty where that is not possible. */
    static Optional<Ext4Image> make(Path directory) throws IOException {
        return make(directory, IMAGE_MIB);
    }

    /** The same, of that size; it takes no more of the machine's disk than what is written into it. */
    public static Optional<Ext4Image> make(Path directory, int mib) throws IOException {
        Optional<Path> mkfs = tool("mkfs.ext4");
        if (mkfs.isEmpty()
                || tool("mount").isEmpty()
                || !System.getProperty("user.name").equals("root")) {
            return Optional.empty();
        }
        Path file = directory.resolve("disk.img");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((long) mib << 20);
        }
        Ext4Image image = new Ext4Image(file, Files.createDirectory(directory.resolve("disk")));
        boolean made = run(mkfs.get().toString(), "-q", "-F", "-m", "0", file.toString()) == 0;
        return made && image.mount() ? Optional.of(image) : Optional.empty();
    }

    public Path directory() {
        return mountPoint;
    }

    /**
     * Mounts it as after a power cut: the journal is replayed. What is mounted is a copy: somebody else on this machine who
     * has made a mount namespace in the meantime keeps the old mount alive, and with it the file system that was shut down.
     */
    boolean mountAgain() throws IOException {
        Path copy = Files.createTempFile(mountPoint.getParent(), "disk", ".img");
        if (run("cp", "--sparse=always", image.toString(), copy.toString()) != 0) {
            throw new IOException("cannot copy " + image);
        }
        Files.delete(image);
        image = copy;
        return mount();
    }

    private boolean mount() throws IOException {
        // Nothing is written out behind the test's back: what survives was synced.
        mounted = run("mount", "-o", "loop,commit=600", image.toString(), mountPoint.toString()) == 0;
        return mounted;
    }

    void unmount() throws IOException {
        if (mounted && run("umount", mountPoint.toString()) != 0) {
            throw new IOException("cannot unmount " + mountPoint);
        }
        mounted = false;
    }

    /** From this moment on nothing reaches the disk any more. */
    @SuppressWarnings("restricted")
    void cutPower() throws Throwable {
        Linker linker = Linker.nativeLinker();
        var open = linker.downcallHandle(
                linker.defaultLookup().find("open").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        var ioctl = linker.downcallHandle(
                linker.defaultLookup().find("ioctl").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
        var close = linker.downcallHandle(
                linker.defaultLookup().find("close").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) open.invokeExact(arena.allocateFrom(mountPoint.toString()), READ_ONLY);
            MemorySegment flag = arena.allocateFrom(ValueLayout.JAVA_INT, NO_LOG_FLUSH);
            int answer = (int) ioctl.invokeExact(descriptor, EXT4_IOC_SHUTDOWN, flag);
            int closed = (int) close.invokeExact(descriptor);
            if (answer != 0 || closed != 0) {
                throw new IOException("the file system was not shut down");
            }
        }
    }

    @Override
    public void close() throws IOException {
        unmount();
    }

    private static int ended(Process process) {
        return process.onExit().join().exitValue();
    }

    private static Optional<Path> tool(String name) {
        return TOOL_DIRECTORIES.stream()
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int run(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // Programs for administrators are not on everybody's path.
        String path = Stream.concat(
                        Stream.of(builder.environment().getOrDefault("PATH", "")), TOOL_DIRECTORIES.stream())
                .map(Object::toString)
                .reduce((a, b) -> a + ":" + b)
                .orElseThrow();
        builder.environment().put("PATH", path);
        return ended(builder.start());
    }
}
