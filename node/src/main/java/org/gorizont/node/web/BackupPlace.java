// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.backup.BackupRefused;

/** Port: where the node makes its backups. */
public interface BackupPlace {
    /** Where they go now; empty while none are made. */
    Optional<Path> folder();

    /** Places to choose from. */
    List<Path> suggested();

    /**
     * Makes a backup there, and if that works one each night from now on.
     *
     * @throws BackupRefused if it did not work; then nothing has changed
     * @throws IOException if the backup is there, but the settings could not be written
     */
    void use(Path folder) throws BackupRefused, IOException, InterruptedException;
}
