// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.setup.SheetTyped;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Progress;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.wire.v1.AdminWire.BackupMade;
import org.gorizont.protocol.wire.v1.AdminWire.BackupRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backup}: makes a backup of the running node now. */
@Command(name = "backup")
public final class BackupCommand implements Callable<Integer> {
    private static final long MEBIBYTE = 1024 * 1024;

    private final Session session;

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "option.backup-to")
    private @Nullable Path to;

    @Option(names = "--sheet", paramLabel = "FILE", descriptionKey = "option.backup-sheet")
    private @Nullable Path sheetFile;

    public BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (AdminClient node = session.connect()) {
            BackupRequest.Builder request = BackupRequest.newBuilder()
                    .setFolder(to == null ? "" : to.toAbsolutePath().normalize().toString());
            if (!node.status().getBackup().getHasKey()) {
                addKeys(request);
            }
            BackupMade made = make(node, request.build());
            session.output()
                    .line(session.messages()
                            .of(
                                    "backup.made",
                                    made.getFile(),
                                    Math.max(1, made.getBytes() / MEBIBYTE),
                                    session.messages().count("count.entries", made.getEntries())));
        }
        return 0;
    }

    private BackupMade make(AdminClient node, BackupRequest request) {
        try (Progress bar = Progress.of(session.output(), session.messages().of("backup.progress"), -1)) {
            return node.backup(request, step -> bar.to(step.getDone(), step.getTotal()));
        }
    }

    /** A node of the first version does not know its paper's backup key. */
    private void addKeys(BackupRequest.Builder request) throws IOException {
        if (sheetFile == null && !session.output().terminal()) {
            throw Failure.of("backup.NO_KEY");
        }
        RecoverySheet sheet = SheetTyped.read(Optional.ofNullable(sheetFile), session.messages(), session.output());
        request.setBackupKey(ByteString.copyFrom(
                        SealingKeys.publicKey(sheet.backupSeed()).bytes().toArray()))
                .setReturningKey(ByteString.copyFrom(
                        sheet.recoveryKey(1).publicKey().bytes().toArray()));
    }
}
