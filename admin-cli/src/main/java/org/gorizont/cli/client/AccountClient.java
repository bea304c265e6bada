// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.client;

import java.util.List;
import java.util.Locale;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire;

/** The people of the school on its node; a refusal is a failure. */
public final class AccountClient {
    private final AdminClient node;

    public AccountClient(AdminClient node) {
        this.node = node;
    }

    public AdminWire.AccountsAnswer list() {
        return node.call(stub -> stub.accounts(AdminWire.AccountsRequest.getDefaultInstance()));
    }

    /** A new account, with its code. */
    public AdminWire.AccountAnswer give(String login, String name, List<String> roles) {
        return done(node.call(stub -> stub.giveAccount(AdminWire.GiveAccountRequest.newBuilder()
                .setLogin(login)
                .setName(name)
                .addAllRoles(roles)
                .build())));
    }

    public AdminWire.AccountAnswer setRoles(String login, List<String> roles) {
        return change(AdminWire.ChangeAccountRequest.newBuilder()
                .setLogin(login)
                .setRoles(AdminWire.RoleList.newBuilder().addAllRoles(roles)));
    }

    /** A code in place of the password. */
    public AdminWire.AccountAnswer newCode(String login) {
        return change(
                AdminWire.ChangeAccountRequest.newBuilder().setLogin(login).setNewCode(true));
    }

    /** The drafts of somebody become those of another. */
    public AdminWire.AccountAnswer handOver(String from, String to) {
        return change(AdminWire.ChangeAccountRequest.newBuilder().setLogin(from).setHeir(to));
    }

    /** How many drafts an account has; 0 also for one that is not there. */
    public int drafts(String login) {
        return list().getAccountsList().stream()
                .filter(account -> account.getLogin().equals(login.strip().toLowerCase(Locale.ROOT)))
                .mapToInt(AdminWire.AccountState::getDrafts)
                .sum();
    }

    public AdminWire.AccountAnswer block(String login, boolean blocked) {
        return change(
                AdminWire.ChangeAccountRequest.newBuilder().setLogin(login).setBlocked(blocked));
    }

    private AdminWire.AccountAnswer change(AdminWire.ChangeAccountRequest.Builder request) {
        return done(node.call(stub -> stub.changeAccount(request.build())));
    }

    private static AdminWire.AccountAnswer done(AdminWire.AccountAnswer answer) {
        if (!answer.getRefused().isEmpty()) {
            throw Failure.of("account." + answer.getRefused().toLowerCase(Locale.ROOT));
        }
        return answer;
    }
}
