// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gorizont.cli.text.Failure;

/** Settings of a node that talks to nodes of the same computer only: everything on loopback, every port a free one. */
public final class LocalSettings {
    private static final String TEXT = """
            [peers]
            host = "127.0.0.1"
            port = 0
            endpoints = ["127.0.0.1"]
            allow_loopback_addresses = true

            [web]
            port = 0
            """;

    private LocalSettings() {}

    /** Writes them into a data directory, over what stood there. */
    public static void write(Path data) {
        try {
            Files.writeString(data.resolve("gorizont.toml"), TEXT);
        } catch (IOException e) {
            throw Failure.of("cannot-write", data, String.valueOf(e));
        }
    }
}
