// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.Optional;
import org.gorizont.node.web.page.BackupState;

/** Says of a node what a test wants it to say; at first that no folder for backups is set. */
final class SampleUpkeep implements Upkeep {
    private volatile BackupState backup = new BackupState(false, Optional.empty(), false);
    private volatile int keptDrafts;

    void say(BackupState now, int kept) {
        backup = now;
        keptDrafts = kept;
    }

    @Override
    public BackupState backup() {
        return backup;
    }

    @Override
    public int keptDrafts() {
        return keptDrafts;
    }
}
