// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.concurrent.Callable;
import org.gorizont.cli.client.AccountClient;
import org.gorizont.cli.client.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code account block LOGIN} and {@code account unblock LOGIN}: closes and opens the entrance for somebody. */
@Command
public final class AccountBlockCommand implements Callable<Integer> {
    private final Session session;
    private final boolean blocked;

    @Parameters(paramLabel = "LOGIN", descriptionKey = "parameter.login")
    private String login = "";

    public AccountBlockCommand(Session session, boolean blocked) {
        this.session = session;
        this.blocked = blocked;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            var now = new AccountClient(node).block(login, blocked).getAccount();
            session.output()
                    .line(session.messages().of(blocked ? "account.blocked" : "account.unblocked", now.getName()));
            if (blocked && now.getDrafts() > 0) {
                session.output().line(session.messages().of("account.blocked.drafts", now.getDrafts(), now.getLogin()));
            }
        }
        return 0;
    }
}
