// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gorizont.node.storage.Durable;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.RelayEndpoint;

/**
 * The token under which this node waits at a relay. Kept in a file, so that neighbours find the node there after a restart;
 * another relay gets another token.
 */
public final class RelayToken {
    private static final String FILE = "relay.token";

    private RelayToken() {}

    /**
     * The token for this relay.
     *
     * @param fresh 16 random bytes, for a relay that had none
     * @throws IOException if it cannot be read or kept
     */
    public static RelayEndpoint at(Path dataDirectory, Endpoint relay, Bytes fresh) throws IOException {
        Path file = dataDirectory.resolve(FILE);
        String[] words = Files.exists(file) ? read(file).split(" ", 2) : new String[0];
        if (words.length == 2 && words[0].equals(relay.toString()) && words[1].matches("[0-9a-f]{32}")) {
            return new RelayEndpoint(relay, Bytes.ofHex(words[1]));
        }
        byte[] line = (relay + " " + fresh.hex() + "\n").getBytes(StandardCharsets.UTF_8);
        Durable.replace(file, line, OwnerOnly.fileAttributes(dataDirectory));
        return new RelayEndpoint(relay, fresh);
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    }
}
