// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.backup.BackupRefused;
import org.gorizont.node.backup.Backups;
import org.gorizont.node.config.BackupSetting;
import org.gorizont.node.setup.Drives;
import org.gorizont.node.web.BackupPlace;

/** The place of a data directory's backups: tried out, then written into its settings. */
record OwnBackupPlace(Path data, Backups backups) implements BackupPlace {
    @Override
    public Optional<Path> folder() {
        return backups.config().folder();
    }

    @Override
    public List<Path> suggested() {
        return Drives.besides(data);
    }

    @Override
    public void use(Path folder) throws BackupRefused, IOException, InterruptedException {
        backups.make(Optional.of(folder), (_, _) -> {});
        BackupSetting.write(data, folder);
        backups.useFolder(folder);
    }
}
