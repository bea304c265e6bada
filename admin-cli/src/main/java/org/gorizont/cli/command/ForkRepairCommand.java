// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.setup.NewKeys;
import org.gorizont.cli.setup.SheetTyped;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.identity.RecoverySheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code fork repair}: of two versions of the own log, the one that this node holds counts from now on. That is a change of
 * keys: its link seals this version for everybody.
 */
@Command(name = "repair")
public final class ForkRepairCommand implements Callable<Integer> {
    private static final Set<String> NEEDED =
            Set.of(Refusal.STOPPED_BY_FORK.name(), Refusal.STOPPED_BY_HIGHER_HEAD.name());

    private final Session session;

    @Option(names = "--sheet", paramLabel = "FILE", descriptionKey = "option.sheet-read")
    private @Nullable Path sheetFile;

    public ForkRepairCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (AdminClient node = session.connect()) {
            boolean forked =
                    node.forks().getForksList().stream().anyMatch(fork -> fork.getSelf() && !fork.getSettled());
            if (!forked && !NEEDED.contains(node.status().getWritingRefused())) {
                throw Failure.of("no-own-fork");
            }
        }
        session.output().note(session.messages().of("fork.repairing"));
        RecoverySheet sheet = SheetTyped.read(Optional.ofNullable(sheetFile), session.messages(), session.output());
        int epoch = NewKeys.change(session.data(), sheet, true);
        session.output().line(session.messages().of("fork.repaired", epoch));
        return 0;
    }
}
