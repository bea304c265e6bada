// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.AccountRefused;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.Deed;
import org.gorizont.node.accounts.History;
import org.gorizont.node.accounts.Notice;
import org.gorizont.node.accounts.People;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.drafting.Handover;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Accounts, for whoever holds the token: so a forgotten password locks nobody out of the school's own computer. */
final class AccountCalls {
    private final People people;
    private final Handover handover;

    AccountCalls(People people, Desk desk) {
        this.people = people;
        this.handover = new Handover(desk, people.notices());
    }

    AdminWire.AccountsAnswer list() {
        Accounts accounts = people.accounts();
        var answer = AdminWire.AccountsAnswer.newBuilder();
        accounts.all().forEach(account -> answer.addAccounts(state(account)));
        if (accounts.isEmpty()) {
            answer.setFirstCode(accounts.firstCode());
        }
        return answer.build();
    }

    AdminWire.AccountAnswer give(AdminWire.GiveAccountRequest request) throws BadRequest {
        Set<Role> roles = roles(request.getRolesList());
        return change("account.give", Accounts.tidied(request.getLogin()), () -> {
            Accounts.Given given = people.accounts().give(request.getLogin(), request.getName(), roles);
            return answer(given.account()).setCode(given.code());
        });
    }

    AdminWire.AccountAnswer change(AdminWire.ChangeAccountRequest request) throws BadRequest {
        Set<Role> roles = roles(request.getRoles().getRolesList());
        return switch (request.getChangeCase()) {
            case ROLES ->
                change("account.roles", request.getLogin(), () -> {
                    Account now = people.accounts().setRoles(id(request), roles);
                    people.notices().tell(now.id(), "", new Notice.Event.Roles(now.roles()));
                    return answer(now);
                });
            case NEW_CODE ->
                change("account.code", request.getLogin(), () -> {
                    Accounts.Given given = people.accounts().renew(id(request));
                    people.notices().tell(given.account().id(), "", new Notice.Event.NewCode());
                    return answer(given.account()).setCode(given.code());
                });
            case BLOCKED ->
                change(
                        request.getBlocked() ? "account.block" : "account.unblock",
                        request.getLogin(),
                        () -> answer(people.accounts().block(id(request), request.getBlocked())));
            case HEIR ->
                change("account.handover", request.getLogin(), () -> {
                    Account from = account(request.getLogin());
                    handover.handOver(from, account(request.getHeir()));
                    return answer(from);
                });
            case CHANGE_NOT_SET -> throw new BadRequest("change: not set");
        };
    }

    private interface Change {
        AdminWire.AccountAnswer.Builder make() throws AccountRefused, IOException;
    }

    /** Whatever somebody was allowed before, they enter anew. */
    private AdminWire.AccountAnswer change(String what, String login, Change change) {
        try {
            try {
                AdminWire.AccountAnswer answer = change.make().build();
                people.accounts()
                        .withLogin(login)
                        .ifPresent(account -> people.sessions().endAll(account.id()));
                note(what, login, true);
                return answer;
            } catch (AccountRefused e) {
                note(what, login, false);
                return AdminWire.AccountAnswer.newBuilder()
                        .setRefused(e.why().name())
                        .build();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String what, String login, boolean done) throws IOException {
        people.history().note(new History.Act("", Deed.COMMAND, "", what, Accounts.tidied(login)), "", "", done);
    }

    private String id(AdminWire.ChangeAccountRequest request) throws AccountRefused {
        return account(request.getLogin()).id();
    }

    private Account account(String login) throws AccountRefused {
        return people.accounts().withLogin(login).orElseThrow(() -> new AccountRefused(AccountRefused.Why.UNKNOWN));
    }

    private static Set<Role> roles(List<String> codes) throws BadRequest {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : codes) {
            roles.add(Role.of(code).orElseThrow(() -> new BadRequest("roles: there is no " + code)));
        }
        return roles;
    }

    private AdminWire.AccountAnswer.Builder answer(Account account) {
        return AdminWire.AccountAnswer.newBuilder().setAccount(state(account));
    }

    private AdminWire.AccountState state(Account account) {
        return AdminWire.AccountState.newBuilder()
                .setLogin(account.login())
                .setName(account.name())
                .addAllRoles(account.orderedRoles().stream().map(Role::code).toList())
                .setBlocked(account.blocked())
                .setDrafts(handover.drafts(account))
                .setCodeUntil(account.waitsUntil().map(Instant::toEpochMilli).orElse(0L))
                .build();
    }
}
