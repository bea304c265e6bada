// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.setup.NewKeys;
import org.gorizont.cli.setup.SheetTyped;
import org.gorizont.protocol.identity.RecoverySheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code key rotate}: new keys for the running node, by the recovery sheet. */
@Command(name = "rotate")
public final class KeyRotateCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--sheet", paramLabel = "FILE", descriptionKey = "option.sheet-read")
    private @Nullable Path sheetFile;

    @Option(names = "--now", descriptionKey = "option.rotate-now")
    private boolean now;

    public KeyRotateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (AdminClient node = session.connect()) {
            // Nobody should type a sheet for a node that is not there.
            node.status();
        }
        RecoverySheet sheet = SheetTyped.read(Optional.ofNullable(sheetFile), session.messages(), session.output());
        int epoch = NewKeys.change(session.data(), sheet, now);
        session.output().line(session.messages().of("key.rotated", epoch));
        return 0;
    }
}
