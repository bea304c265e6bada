// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.gorizont.protocol.model.Bytes;

/**
 * The two files by which a command finds the node of a data directory: {@code admin.port} and {@code admin.token}. Both
 * are readable for the owner alone, new at each start, and gone after an orderly stop.
 */
final class AdminFiles {
    static final String PORT = "admin.port";
    static final String TOKEN = "admin.token";

    private final Path folder;

    AdminFiles(Path folder) {
        this.folder = folder;
    }

    /** The token first: whoever sees the port can use it. */
    void write(int port, Bytes token) throws IOException {
        replace(TOKEN, token.hex());
        replace(PORT, Integer.toString(port));
    }

    void delete() throws IOException {
        Files.deleteIfExists(folder.resolve(PORT));
        Files.deleteIfExists(folder.resolve(TOKEN));
    }

    private void replace(String name, String text) throws IOException {
        Path unfinished = folder.resolve(name + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly());
        Files.writeString(unfinished, text + "\n", StandardCharsets.US_ASCII);
        Files.move(
                unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly() {
        // Elsewhere the file takes the access list of the data directory, which lies in the user's own folder.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
