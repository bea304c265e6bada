// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.rows.Encodings;

/**
 * A text file whose encoding is found out from its bytes: a byte order mark, else strict UTF-8, else windows-1251 if it
 * then reads like Russian.
 */
final class TextFile {
    static final int MAX_MEBIBYTES = 256;

    private static final int MEBIBYTE = 1024 * 1024;

    private final Path path;
    private final Charset charset;
    private final int markBytes;
    private final long size;
    private final FileTime modified;

    private TextFile(Path path, Charset charset, int markBytes) throws IOException {
        this.path = path;
        this.charset = charset;
        this.markBytes = markBytes;
        this.size = Files.size(path);
        this.modified = Files.getLastModifiedTime(path);
    }

    /** Finds the encoding out.
     *
     * @throws Failure if there is no such file, it is too large, or its encoding is not known */
    static TextFile open(Path path) {
        try {
            if (Files.size(path) > (long) MAX_MEBIBYTES * MEBIBYTE) {
                throw Failure.of("import-large", path, MAX_MEBIBYTES);
            }
            byte[] first;
            try (InputStream in = Files.newInputStream(path)) {
                first = in.readNBytes(Encodings.MARK_BYTES);
            }
            Optional<Encodings.Marked> mark = Encodings.mark(first);
            if (mark.isPresent()) {
                return checked(path, mark.get().charset(), mark.get().markBytes());
            } else if (decodes(path, StandardCharsets.UTF_8, 0)) {
                return new TextFile(path, StandardCharsets.UTF_8, 0);
            } else if (decodes(path, Encodings.WINDOWS_1251, 0) && readsLikeRussian(path)) {
                return new TextFile(path, Encodings.WINDOWS_1251, 0);
            }
            throw Failure.of("import-encoding", path);
        } catch (IOException e) {
            throw Failure.unread(path, e);
        }
    }

    Path path() {
        return path;
    }

    String encoding() {
        return charset.name();
    }

    BufferedReader reader() throws IOException {
        return new BufferedReader(strict(path, charset, markBytes));
    }

    /** Whether somebody has written to the file since it was opened. */
    boolean hasChanged() throws IOException {
        return Files.size(path) != size || !Files.getLastModifiedTime(path).equals(modified);
    }

    /** The first line that is not empty. */
    Optional<String> firstLine() throws IOException {
        try (BufferedReader reader = reader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        }
    }

    private static TextFile checked(Path path, Charset charset, int mark) throws IOException {
        if (!decodes(path, charset, mark)) {
            throw Failure.of("import-encoding", path);
        }
        return new TextFile(path, charset, mark);
    }

    private static boolean decodes(Path path, Charset charset, int mark) throws IOException {
        try (Reader reader = strict(path, charset, mark)) {
            CharBuffer buffer = CharBuffer.allocate(1 << 16);
            while (reader.read(buffer) >= 0) {
                buffer.clear();
            }
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static boolean readsLikeRussian(Path path) throws IOException {
        Encodings.Russian russian = new Encodings.Russian();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                russian.add(b);
            }
        }
        return russian.isLikely();
    }

    private static Reader strict(Path path, Charset charset, int mark) throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(mark);
        return new InputStreamReader(in, Encodings.strict(charset));
    }
}
