// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code draft discard NUMBER...}: forgets drafts. */
@Command(name = "discard")
public final class DraftDiscardCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "NUMBER", arity = "1..*", descriptionKey = "parameter.drafts")
    private List<Integer> numbers = List.of();

    public DraftDiscardCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            node.discardDrafts(numbers);
            session.output()
                    .line(session.messages()
                            .of("draft.discarded", session.messages().count("count.drafts", numbers.size())));
        }
        return 0;
    }
}
