// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gorizont.protocol.model.SealingKey;

/** The public half of the sheet's backup key: on the disk, so that backups are made while the paper is in the safe. */
public final class BackupKey {
    private BackupKey() {}

    /** Empty in a data directory of a program that made no backups yet, or when the file is damaged. */
    public static Optional<SealingKey> read(Path dataDirectory) throws IOException {
        return NodeIdentity.files(dataDirectory).backupKey();
    }

    /** Keeps it; the caller has seen that it is from the paper of this school. */
    public static void write(Path dataDirectory, SealingKey key) throws IOException {
        NodeIdentity.files(dataDirectory).writeBackupKey(key);
    }
}
