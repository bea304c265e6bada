// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AccountClient;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.protocol.wire.v1.AdminWire.AccountState;
import org.gorizont.protocol.wire.v1.AdminWire.AccountsAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code account list}: who of the school may use this node; without anybody, how the first one comes in. */
@Command(name = "list")
public final class AccountListCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    public AccountListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            AccountsAnswer answer = new AccountClient(node).list();
            if (json.json()) {
                session.output()
                        .json(answer.getAccountsList().stream().map(View::of).toList());
            } else if (answer.getAccountsCount() == 0) {
                session.output().line(session.messages().of("account.none"));
            } else {
                session.output().lines(new AccountLines(session).of(answer.getAccountsList()));
            }
        }
        return 0;
    }

    private record View(String login, String name, List<String> roles, boolean blocked, boolean waits) {
        static View of(AccountState account) {
            return new View(
                    account.getLogin(),
                    account.getName(),
                    account.getRolesList(),
                    account.getBlocked(),
                    account.getCodeUntil() != 0);
        }
    }
}
