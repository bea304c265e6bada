// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.stream.Collectors;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Table;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Accounts in words. */
final class AccountLines {
    private final Session session;
    private final Messages say;

    AccountLines(Session session) {
        this.session = session;
        this.say = session.messages();
    }

    List<String> of(List<AdminWire.AccountState> accounts) {
        Table table = new Table();
        accounts.forEach(account ->
                table.row(account.getLogin(), account.getName(), roles(account.getRolesList()), state(account)));
        return table.lines();
    }

    /** What whoever gave a code hands on. */
    List<String> code(AdminWire.AccountAnswer answer) {
        return List.of(
                say.of("account.given", answer.getAccount().getName()),
                say.of("account.given.login", answer.getAccount().getLogin()),
                say.of("account.given.code", answer.getCode()),
                say.of("account.given.next"));
    }

    String roles(List<String> codes) {
        return codes.stream().map(code -> say.word("account.role", code)).collect(Collectors.joining(", "));
    }

    private String state(AdminWire.AccountState account) {
        if (account.getBlocked()) {
            return say.of("account.state.blocked");
        }
        return account.getCodeUntil() == 0
                ? say.of("account.state.works")
                : say.of("account.state.waits", session.moments().of(account.getCodeUntil()));
    }
}
