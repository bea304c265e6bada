// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.protocol.wire.v1.AdminWire.DraftState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code draft list}: what this node has kept because it might not write. */
@Command(name = "list")
public final class DraftListCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    public DraftListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            List<DraftState> drafts = node.drafts();
            if (json.json()) {
                session.output().json(drafts.stream().map(DraftView::of).toList());
            } else if (drafts.isEmpty()) {
                session.output().line(session.messages().of("draft.none"));
            } else {
                DraftLines lines = new DraftLines(session);
                session.output().lines(drafts.stream().map(lines::of).toList());
            }
        }
        return 0;
    }
}
