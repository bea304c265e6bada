// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.protocol.wire.v1.AdminWire.BackupState;

/** What a status says of backups: when the last one was made and where, or what to do. */
final class BackupLines {
    private final Session session;

    BackupLines(Session session) {
        this.session = session;
    }

    String of(BackupState backup) {
        Messages say = session.messages();
        String failed = backup.getFailedAt() == 0
                ? ""
                : say.of(
                        "backup.failed",
                        session.moments().of(backup.getFailedAt()),
                        say.word("failure", backup.getFailure()));
        return last(backup) + failed;
    }

    private String last(BackupState backup) {
        Messages say = session.messages();
        if (backup.getLastAt() == 0) {
            return backup.getFolder().isEmpty()
                    ? say.of("backup.none")
                    : say.of("backup.none-yet", Safe.line(backup.getFolder()));
        }
        return say.of(
                backup.getFolder().isEmpty() ? "backup.last-by-hand" : "backup.last",
                session.moments().of(backup.getLastAt()),
                Safe.line(backup.getLastFile()));
    }
}
