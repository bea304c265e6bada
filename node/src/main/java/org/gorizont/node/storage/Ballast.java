// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file that only takes room. On a full disk it is given up, so that a start, entering, reading and writing out still have
 * a place for their small files; it is made again when there is room. What it frees never brings a disk back above the line
 * below which nothing is written, so the node cannot spend it on entries and be full a second time.
 *
 * <p>Not safe for several threads.
 */
public final class Ballast {
    public static final int DEFAULT_MIB = 64;
    /** More would not fit between the line below which it is given up and the one below which nothing is written. */
    public static final int MOST_MIB = 64;

    /** Less free than this: it is given up. With it, the disk is still below {@link DiskSpace#READ_ONLY_BYTES}. */
    static final long FREED_BELOW_BYTES = DiskSpace.READ_ONLY_BYTES - MOST_MIB * DiskSpace.MEBIBYTE;

    private static final String FILE = "ballast";
    private static final int PIECE_BYTES = 256 << 10;

    private final Path file;
    private final long bytes;
    private final Supplier<byte[]> piece;

    /**
     * The ballast of a data directory.
     *
     * @param mib its size in MiB, 0 for none, at most {@link #MOST_MIB}
     * @param piece what it is filled with, again and again: bytes that no file system can make smaller
     */
    public Ballast(Path dataDirectory, int mib, Supplier<byte[]> piece) {
        this.file = dataDirectory.resolve(FILE);
        this.bytes = mib * DiskSpace.MEBIBYTE;
        this.piece = piece;
    }

    /** How many bytes {@code piece} has. */
    public static int pieceBytes() {
        return PIECE_BYTES;
    }

    /** Whether one of this size lies in a data directory as a whole. */
    public static boolean isThere(Path dataDirectory, int mib) {
        return new Ballast(dataDirectory, mib, () -> new byte[0]).isThere();
    }

    /** Whether it lies there as a whole. */
    boolean isThere() {
        try {
            return bytes > 0 && Files.size(file) == bytes;
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Gives it up if so little is free, or if there is to be none.
     *
     * @return whether that has freed room
     * @throws IOException if the file system does not let it
     */
    public boolean giveUpOnAFullDisk(long freeBytes) throws IOException {
        if (freeBytes >= FREED_BELOW_BYTES && bytes > 0) {
            return false;
        }
        boolean unfinished = Files.deleteIfExists(unfinished());
        return Files.deleteIfExists(file) || unfinished;
    }

    /**
     * Makes it if it is not there, and so much is free that the node does not do less for it. Takes as long as writing it.
     *
     * @return whether it was made
     * @throws IOException if it cannot be; there is none then
     */
    public boolean makeIfThereIsRoom(long freeBytes) throws IOException {
        if (bytes == 0 || isThere() || freeBytes < bytes + DiskSpace.OWN_ONLY_BYTES) {
            return false;
        }
        make();
        return true;
    }

    private void make() throws IOException {
        byte[] filling = piece.get();
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(unfinished());
            try (FileChannel channel =
                    FileChannel.open(unfinished(), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                for (long written = 0; written < bytes; ) {
                    written += channel.write(ByteBuffer.wrap(filling));
                }
                channel.truncate(bytes);
                channel.force(true);
            }
            Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            removeUnfinished(e);
            throw e;
        }
    }

    private void removeUnfinished(IOException why) {
        try {
            Files.deleteIfExists(unfinished());
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(FILE + ".new");
    }
}
