// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import org.gorizont.node.backup.Backups;
import org.gorizont.node.backup.LastBackup;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.web.Upkeep;
import org.gorizont.node.web.page.BackupState;

/** What pages are told of backups and of what could not be published; of the latter only how many there are. */
record NodeUpkeep(Backups backups, LocalDrafts drafts) implements Upkeep {
    @Override
    public BackupState backup() {
        LastBackup last = backups.last();
        return new BackupState(
                backups.config().folder().isPresent(),
                last.made().map(LastBackup.Made::at),
                last.failed().isPresent());
    }

    @Override
    public int keptDrafts() {
        return drafts.briefs().size();
    }
}
