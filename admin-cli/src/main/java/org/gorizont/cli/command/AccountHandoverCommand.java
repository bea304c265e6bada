// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.concurrent.Callable;
import org.gorizont.cli.client.AccountClient;
import org.gorizont.cli.client.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code account handover FROM TO}: the drafts of somebody who leaves become those of another. */
@Command(name = "handover")
public final class AccountHandoverCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FROM", descriptionKey = "parameter.handover-from")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", descriptionKey = "parameter.handover-to")
    private String to = "";

    public AccountHandoverCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            AccountClient accounts = new AccountClient(node);
            int drafts = accounts.drafts(from);
            accounts.handOver(from, to);
            session.output().line(session.messages().of("account.handed-over", from, to, drafts));
        }
        return 0;
    }
}
