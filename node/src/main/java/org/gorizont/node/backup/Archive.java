// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The files in a backup, one behind the other: length of the name (2), name in ASCII, size (8), content; in the end a length
 * of 0 and the number of files (8). A name has at most one folder in front, and no way out of the directory that it goes to.
 */
final class Archive {
    /** Longest name. */
    private static final int NAME_BYTES = 200;

    private static final int PIECE = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]{0,40}/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,120}");

    private Archive() {}

    /** Hears how many bytes were moved. */
    @FunctionalInterface
    interface Moved {
        void bytes(long count);
    }

    /** Takes the files in. */
    @FunctionalInterface
    interface Taker {
        /** Where a file goes. */
        OutputStream open(String name, long size) throws IOException;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Writes one archive. */
    static final class Writer {
        private final DataOutputStream out;
        private final Moved moved;
        private long files;

        Writer(OutputStream out, Moved moved) {
            this.out = new DataOutputStream(out);
            this.moved = moved;
        }

        void add(String name, byte[] content) throws IOException {
            begin(name, content.length);
            out.write(content);
        }

        /** What is added behind the end meanwhile stays out. */
        void add(String name, Path file) throws IOException {
            long size = Files.size(file);
            begin(name, size);
            try (InputStream in = Files.newInputStream(file)) {
                if (copy(in, out, size, moved) < size) {
                    throw new IOException(file + " changes while it is saved");
                }
            }
        }

        void end() throws IOException {
            out.writeShort(0);
            out.writeLong(files);
            out.flush();
        }

        private void begin(String name, long size) throws IOException {
            if (!isName(name)) {
                throw new IOException("the file " + name + " has a name that no backup takes");
            }
            byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
            out.writeShort(bytes.length);
            out.write(bytes);
            out.writeLong(size);
            files++;
        }
    }

    /**
     * Reads an archive to its end.
     *
     * @throws IOException if it is not whole
     */
    static void read(InputStream from, Taker taker, Moved moved) throws IOException {
        DataInputStream in = new DataInputStream(from);
        long files = 0;
        for (int length = in.readUnsignedShort(); length > 0; length = in.readUnsignedShort()) {
            String name = length > NAME_BYTES ? "" : new String(in.readNBytes(length), StandardCharsets.US_ASCII);
            long size = in.readLong();
            if (!isName(name) || size < 0) {
                throw new SealedInput.Broken(false);
            }
            try (OutputStream out = taker.open(name, size)) {
                if (copy(in, out, size, moved) < size) {
                    throw new EOFException();
                }
            }
            files++;
        }
        if (in.readLong() != files || in.read() >= 0) {
            throw new SealedInput.Broken(false);
        }
    }

    private static long copy(InputStream in, OutputStream out, long size, Moved moved) throws IOException {
        byte[] buffer = new byte[PIECE];
        long copied = 0;
        while (copied < size) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, size - copied));
            if (read < 0) {
                return copied;
            }
            out.write(buffer, 0, read);
            copied += read;
            moved.bytes(read);
        }
        return copied;
    }
}
