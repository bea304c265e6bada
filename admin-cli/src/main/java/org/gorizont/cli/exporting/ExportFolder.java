// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.exporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gorizont.cli.process.Folders;
import org.gorizont.cli.text.Failure;

/**
 * Files of lines in a new folder. They are written beside it; when all of them are on the disk, the folder gets its name.
 * Every way in which a disk can fail is a {@link Failure}.
 */
final class ExportFolder implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final Path unfinished;
    private final Map<String, Lines> files = new LinkedHashMap<>();

    private record Lines(FileChannel channel, OutputStream out) {}

    private ExportFolder(Path folder, Path unfinished) {
        this.folder = folder;
        this.unfinished = unfinished;
    }

    /** Finds out before anything is asked of the node whether there is a place for the folder; nothing may be there yet. */
    static ExportFolder open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw Failure.of("export-exists", absolute);
        }
        try {
            Path parent = Optional.ofNullable(absolute.getParent()).orElse(absolute);
            return new ExportFolder(
                    absolute, Files.createTempDirectory(parent, absolute.getFileName() + ".unfinished-"));
        } catch (IOException e) {
            throw broken(absolute, e);
        }
    }

    Path folder() {
        return folder;
    }

    void line(String file, String line) {
        try {
            Lines lines = files.get(file);
            if (lines == null) {
                lines = begin(file);
            }
            lines.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw broken(folder, e);
        }
    }

    /** Everything is written: the folder gets its name. */
    void complete() {
        try {
            for (Lines lines : files.values()) {
                lines.out().flush();
                lines.channel().force(true);
                lines.out().close();
            }
            force(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            force(Optional.ofNullable(folder.getParent()).orElse(folder));
        } catch (IOException e) {
            throw broken(folder, e);
        }
    }

    /** Removes what is not complete. */
    @Override
    public void close() {
        for (Lines lines : files.values()) {
            try {
                lines.channel().close();
            } catch (IOException _) {
                // The disk is gone; the folder says by its name that it is not complete.
            }
        }
        try {
            if (Files.isDirectory(unfinished)) {
                Folders.remove(unfinished);
            }
        } catch (IOException _) {
            // As above.
        }
    }

    private Lines begin(String file) throws IOException {
        FileChannel channel =
                FileChannel.open(unfinished.resolve(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Lines lines = new Lines(channel, new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
        files.put(file, lines);
        return lines;
    }

    /** Names of files count as written when their folder is. */
    private static void force(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException _) {
            // Windows opens no folder; there names are written with the files.
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    private static Failure broken(Path folder, IOException e) {
        return Failure.of("export-cannot-write", folder, String.valueOf(e.getMessage()));
    }
}
