// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;

/**
 * The file {@code setup.page} by which the command finds the page of the first start: its address with the one-time code, then
 * the number of the process. For the owner alone, as the token of the admin port is; gone after an orderly end.
 */
public final class SetupAddress {
    private static final String FILE = "setup.page";

    private SetupAddress() {}

    public static void write(Path data, URI page) throws IOException {
        Path file = data.resolve(FILE);
        String text = page + "\n" + ProcessHandle.current().pid() + "\n";
        Durable.replace(file, text.getBytes(StandardCharsets.US_ASCII), OwnerOnly.fileAttributes(file));
    }

    public static void remove(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }
}
