// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gorizont.cli.text.Failure;

/**
 * Settings of a node that talks to nodes of the same computer only: everything on loopback, every port a free one, and no
 * ballast, which nine of them would write half a GiB for.
 */
public final class LocalSettings {
    private LocalSettings() {}

    /** Writes them into a data directory, over what stood there. */
    public static void write(Path data) {
        write(data, "\"127.0.0.1\"", "");
    }

    /** Of a node that tells no address, and whose only way out leads nowhere. */
    public static void writeUnreachable(Path data) {
        write(data, "", "proxy = \"127.0.0.1:1\"\n");
    }

    /** Of a node that tells no address, and waits at a relay to be called. */
    public static void writeAtRelay(Path data, int port) {
        write(data, "", "relay = \"127.0.0.1:" + port + "\"\n");
    }

    private static void write(Path data, String endpoints, String more) {
        String text = """
                [peers]
                host = "127.0.0.1"
                port = 0
                endpoints = [%s]
                allow_loopback_addresses = true
                %s
                [web]
                port = 0
                [store]
                ballast_mib = 0
                """.formatted(endpoints, more);
        try {
            Files.createDirectories(data);
            Files.writeString(data.resolve("gorizont.toml"), text);
        } catch (IOException e) {
            throw Failure.of("cannot-write", data, String.valueOf(e));
        }
    }
}
