// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AccountClient;
import org.gorizont.cli.client.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account roles LOGIN --role ROLE...}: puts these roles in place of those that somebody has. */
@Command(name = "roles")
public final class AccountRolesCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "LOGIN", descriptionKey = "parameter.login")
    private String login = "";

    @Option(names = "--role", paramLabel = "ROLE", required = true, descriptionKey = "option.account-role")
    private List<RoleCode> roles = List.of();

    public AccountRolesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            var now = new AccountClient(node)
                    .setRoles(login, RoleCode.names(roles))
                    .getAccount();
            session.output()
                    .line(session.messages()
                            .of(
                                    "account.roles.done",
                                    now.getName(),
                                    new AccountLines(session).roles(now.getRolesList())));
        }
        return 0;
    }
}
