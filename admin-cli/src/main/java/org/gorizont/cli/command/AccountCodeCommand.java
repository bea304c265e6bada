// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.concurrent.Callable;
import org.gorizont.cli.client.AccountClient;
import org.gorizont.cli.client.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code account code LOGIN}: a code in place of a password that was forgotten, or of a code that was lost. */
@Command(name = "code")
public final class AccountCodeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "LOGIN", descriptionKey = "parameter.login")
    private String login = "";

    public AccountCodeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            var answer = new AccountClient(node).newCode(login);
            session.output().lines(new AccountLines(session).code(answer));
        }
        return 0;
    }
}
