// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.gorizont.node.backup.BackupRefused;
import org.gorizont.node.backup.Backups;
import org.gorizont.node.backup.LastBackup;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Making a backup now, and what is known of the last one. */
final class BackupCalls {
    /** Between two words on how far it has come. */
    private static final long TELL_NANOS = 200_000_000L;

    private final Backups backups;

    BackupCalls(Backups backups) {
        this.backups = backups;
    }

    void make(AdminWire.BackupRequest request, PacedCaller<AdminWire.BackupProgress> caller)
            throws BadRequest, InterruptedException {
        try {
            keep(request);
            LastBackup.Made made = backups.make(folder(request), telling(caller));
            caller.send(AdminWire.BackupProgress.newBuilder()
                    .setMade(AdminWire.BackupMade.newBuilder()
                            .setAt(Forms.of(made.at()))
                            .setFile(made.file())
                            .setBytes(made.bytes())
                            .setEntries(made.entries()))
                    .build());
        } catch (BackupRefused e) {
            caller.send(AdminWire.BackupProgress.newBuilder()
                    .setRefused(e.why().name())
                    .addAllValues(e.values())
                    .build());
        }
        caller.complete();
    }

    AdminWire.BackupState state() {
        LastBackup last = backups.last();
        return AdminWire.BackupState.newBuilder()
                .setFolder(backups.config().folder().map(Path::toString).orElse(""))
                .setHasKey(backups.hasKey())
                .setLastAt(last.made().map(made -> Forms.of(made.at())).orElse(0L))
                .setLastFile(last.made().map(LastBackup.Made::file).orElse(""))
                .setLastBytes(last.made().map(LastBackup.Made::bytes).orElse(0L))
                .setFailedAt(last.failed().map(failed -> Forms.of(failed.at())).orElse(0L))
                .setFailure(last.failed().map(LastBackup.Failed::why).orElse(""))
                .build();
    }

    private void keep(AdminWire.BackupRequest request) throws BadRequest, BackupRefused {
        if (request.getBackupKey().isEmpty()) {
            return;
        }
        if (request.getBackupKey().size() != SealingKey.SIZE
                || request.getReturningKey().size() != PublicKey.SIZE) {
            throw new BadRequest("backup_key, returning_key: two keys of the recovery sheet");
        }
        try {
            backups.keep(
                    new SealingKey(Forms.bytes(request.getBackupKey())),
                    new PublicKey(Forms.bytes(request.getReturningKey())));
        } catch (IOException e) {
            throw new BackupRefused(BackupRefused.Why.DISK, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Path> folder(AdminWire.BackupRequest request) throws BadRequest {
        try {
            return request.getFolder().isEmpty() ? Optional.empty() : Optional.of(Path.of(request.getFolder()));
        } catch (InvalidPathException e) {
            throw new BadRequest("folder: " + e.getMessage());
        }
    }

    /** What nobody hears is made all the same. */
    private static Backups.Progress telling(PacedCaller<AdminWire.BackupProgress> caller) {
        long[] toldAt = {System.nanoTime()};
        return (done, total) -> {
            if (System.nanoTime() - toldAt[0] > TELL_NANOS) {
                toldAt[0] = System.nanoTime();
                caller.offer(AdminWire.BackupProgress.newBuilder()
                        .setDone(done)
                        .setTotal(total)
                        .build());
            }
        };
    }
}
