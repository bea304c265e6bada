// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bundle;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.gorizont.cli.client.BytesSource;
import org.gorizont.cli.text.Failure;

/** The bytes of a file as far as the stick gives them: one that is pulled out ends it, and what came before counts. */
public final class BundleInput implements BytesSource, AutoCloseable {
    private static final int PIECE_BYTES = 256 * 1024;

    private final InputStream stream;
    private final LongConsumer progress;
    private long read;
    private Optional<String> problem = Optional.empty();

    BundleInput(InputStream stream, LongConsumer progress) {
        this.stream = stream;
        this.progress = progress;
    }

    /** @param progress hears how many bytes were read so far */
    public static BundleInput open(Path file, LongConsumer progress) {
        try {
            if (!Files.isRegularFile(file)) {
                throw Failure.of("bundle-no-file", file);
            }
            return new BundleInput(Files.newInputStream(file), progress);
        } catch (IOException e) {
            throw Failure.of("cannot-read", file, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ByteString next() {
        try {
            byte[] piece = new byte[PIECE_BYTES];
            int size = stream.read(piece);
            if (size < 0) {
                return ByteString.EMPTY;
            }
            read += size;
            progress.accept(read);
            return ByteString.copyFrom(piece, 0, size);
        } catch (IOException e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
            return ByteString.EMPTY;
        }
    }

    /** Why the stick gave no more, if it did not give everything. */
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException _) {
            // Everything that could be read was read.
        }
    }
}
