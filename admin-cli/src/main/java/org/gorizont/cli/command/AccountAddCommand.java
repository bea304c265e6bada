// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AccountClient;
import org.gorizont.cli.client.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account add LOGIN --name NAME --role ROLE...}: gives somebody an account, and prints the code for it. */
@Command(name = "add")
public final class AccountAddCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "LOGIN", descriptionKey = "parameter.login")
    private String login = "";

    @Option(names = "--name", paramLabel = "NAME", required = true, descriptionKey = "option.person-name")
    private String name = "";

    @Option(names = "--role", paramLabel = "ROLE", required = true, descriptionKey = "option.account-role")
    private List<RoleCode> roles = List.of();

    public AccountAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            var answer = new AccountClient(node).give(login, name, RoleCode.names(roles));
            session.output().lines(new AccountLines(session).code(answer));
        }
        return 0;
    }
}
