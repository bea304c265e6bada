// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gorizont.node.storage.Durable;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.LineageStatement;

/** The token beside the store, in a file that no backup contains. */
final class LineageToken {
    /** What a node that has never started has in place of a token. */
    static final Bytes NEVER_STARTED = Bytes.zeros(LineageStatement.TOKEN_SIZE);

    private static final String FILE = "lineage.token";

    private LineageToken() {}

    static void writeFirst(Path dataDirectory) throws IOException {
        write(dataDirectory, NEVER_STARTED);
    }

    static void write(Path dataDirectory, Bytes token) throws IOException {
        byte[] line = (token.hex() + "\n").getBytes(StandardCharsets.US_ASCII);
        Durable.replace(dataDirectory.resolve(FILE), line, OwnerOnly.fileAttributes(dataDirectory));
    }

    /** Empty when there is none that can be read: that is how a restored backup looks. */
    static Optional<Bytes> read(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String line = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).strip();
        return line.matches("[0-9a-f]{32}") ? Optional.of(Bytes.ofHex(line)) : Optional.empty();
    }
}
