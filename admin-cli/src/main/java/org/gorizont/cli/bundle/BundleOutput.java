// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bundle;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.text.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a bundle. Each is named as such only when all of it is on the stick; what is torn off leaves a file with
 * the ending {@code .unfinished}, which the next attempt replaces. Every way in which a stick can fail is a {@link Failure}.
 */
public final class BundleOutput implements AutoCloseable {
    /** What must remain free on the stick, for its own books. */
    private static final long SPARE_BYTES = 64 * 1024;

    private final Path first;
    private final Room room;
    private final List<Written> written = new ArrayList<>();
    private Path unfinished;
    private @Nullable FileChannel channel;
    private long bytes;
    private long entries;

    /** A file that is complete. */
    public record Written(Path file, long bytes, long entries) {}

    /** How many bytes a place has left. */
    interface Room {
        long of(Path file) throws IOException;
    }

    private BundleOutput(Path first, Room room) {
        this.first = first;
        this.room = room;
        this.unfinished = first;
    }

    /** Finds out before anything is asked of the node whether the place takes a file. */
    public static BundleOutput open(Path file) {
        return open(file, place -> Files.getFileStore(place).getUsableSpace());
    }

    static BundleOutput open(Path file, Room room) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failure.of("bundle-no-folder", file);
        }
        BundleOutput output = new BundleOutput(absolute, room);
        output.begin(1);
        return output;
    }

    /** Appends to a part; parts come one after another. */
    public void write(int part, ByteString content, int brings) {
        if (part != written.size() + 1) {
            finish();
            begin(part);
        }
        roomFor(content.size());
        try {
            ByteBuffer buffer = content.asReadOnlyByteBuffer();
            while (buffer.hasRemaining()) {
                opened().write(buffer);
            }
        } catch (IOException e) {
            throw broken(e);
        }
        bytes += content.size();
        entries += brings;
    }

    /** Everything is written: the last part gets its name. */
    public List<Written> complete() {
        finish();
        return List.copyOf(written);
    }

    /** Removes what is not complete. */
    @Override
    public void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
                Files.deleteIfExists(unfinished);
            } catch (IOException _) {
                // The stick is gone; its file says by its name that it is not complete.
            }
        }
    }

    private void begin(int part) {
        Path file = BundleFiles.part(first, part);
        if (Files.exists(file)) {
            throw Failure.of("bundle-exists", file);
        }
        unfinished = file.resolveSibling(file.getFileName() + BundleFiles.UNFINISHED);
        bytes = 0;
        entries = 0;
        try {
            channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private void finish() {
        Path file = BundleFiles.part(first, written.size() + 1);
        try (FileChannel open = opened()) {
            open.force(true);
        } catch (IOException e) {
            throw broken(e);
        }
        channel = null;
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw broken(e);
        }
        written.add(new Written(file, bytes, entries));
    }

    private void roomFor(int more) {
        long free;
        try {
            free = room.of(unfinished);
        } catch (IOException e) {
            throw broken(e);
        }
        if (free < more + SPARE_BYTES) {
            throw Failure.of("bundle-full", first);
        }
    }

    private FileChannel opened() {
        FileChannel open = channel;
        if (open == null) {
            throw new IllegalStateException("the bundle is complete");
        }
        return open;
    }

    private Failure broken(IOException e) {
        return Failure.of("bundle-cannot-write", first, String.valueOf(e.getMessage()));
    }
}
