// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process a data directory. The operating system gives the lock back when the process ends, however it ends. */
public final class DirectoryLock implements AutoCloseable {
    private static final String FILE = "node.lock";
    private static final int MAX_PID_LENGTH = 20;
    /** Behind the number of the process: on Windows nobody else can read a locked part of a file. */
    private static final long LOCKED_POSITION = 1L << 32;
    /** On POSIX, closing any channel of a file gives up the locks of the whole process: never open it twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param dataDirectory exists
     * @throws StoreRefused if another process has it; the message names that process
     */
    public static DirectoryLock acquire(Path dataDirectory) throws StoreRefused {
        Path file = dataDirectory.resolve(FILE);
        try {
            file = dataDirectory.toRealPath().resolve(FILE);
            if (!HELD_HERE.add(file)) {
                throw inUse(dataDirectory, Long.toString(ProcessHandle.current().pid()));
            }
            return lock(file);
        } catch (IOException e) {
            throw new StoreRefused("cannot lock " + file + ": " + e, e);
        }
    }

    /**
     * Which process has the lock of a directory; empty if none has. Makes and changes nothing: whoever looks may be another
     * user than the one whose node it is.
     *
     * @throws IOException if that cannot be found out
     */
    public static Optional<String> holder(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        } else if (HELD_HERE.contains(file.toRealPath())) {
            return Optional.of(Long.toString(ProcessHandle.current().pid()));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(LOCKED_POSITION, 1, false)) {
            return lock == null ? Optional.of(read(channel)) : Optional.empty();
        }
    }

    private static DirectoryLock lock(Path file) throws IOException, StoreRefused {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_POSITION, 1, false) == null) {
                throw inUse(file, read(channel));
            }
            write(channel);
            return new DirectoryLock(file, channel);
        } catch (IOException | StoreRefused e) {
            HELD_HERE.remove(file);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static StoreRefused inUse(Path what, String process) {
        return new StoreRefused(
                StoreRefused.Why.IN_USE,
                process,
                "process " + process + " uses " + what + " already; stop it first, or choose another data directory");
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MAX_PID_LENGTH);
        int read = channel.read(text, 0);
        String pid = read <= 0 ? "" : new String(text.array(), 0, read, StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "(number unknown)" : pid;
    }

    private static void write(FileChannel channel) throws IOException {
        byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid), 0);
    }

    /** Gives the lock back. The file stays: removing it would let two processes lock two files of one name. */
    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
