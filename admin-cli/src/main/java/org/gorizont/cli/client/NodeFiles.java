// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gorizont.cli.text.Failure;

/** What a running node leaves in its data directory for whoever may command it. */
record NodeFiles(int port, String token) {
    private static final String PORT = "admin.port";
    private static final String TOKEN = "admin.token";
    private static final int LAST_PORT = 65_535;

    static NodeFiles read(Path data) {
        if (!Files.isDirectory(data)) {
            throw Failure.of("no-node", data);
        }
        try {
            int port = Integer.parseInt(Files.readString(data.resolve(PORT)).strip());
            String token = Files.readString(data.resolve(TOKEN)).strip();
            if (port > 0 && port <= LAST_PORT && token.matches("[0-9a-f]{64}")) {
                return new NodeFiles(port, token);
            }
        } catch (NoSuchFileException _) {
            throw Failure.of("not-running", data);
        } catch (IOException | NumberFormatException e) {
            throw Failure.of("admin-files", data, String.valueOf(e.getMessage()));
        }
        throw Failure.of("admin-files", data, PORT);
    }
}
