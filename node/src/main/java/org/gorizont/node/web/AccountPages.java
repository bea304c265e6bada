// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.AccountRefused;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.Deed;
import org.gorizont.node.accounts.Notice;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.drafting.Handover;
import org.gorizont.node.web.page.AccountsPage;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.HistoryPage;
import org.gorizont.node.web.page.Links;

/** The people of the school on this node, and what they did. Every change asks for the administrator's password again. */
final class AccountPages {
    private final Site site;
    private final Door door;
    private final Telling telling;
    private final Handover handover;
    private final PasswordAgain again;

    AccountPages(Site site, Door door, Handover handover) {
        this.handover = handover;
        this.again = new PasswordAgain(site.people());
        this.site = site;
        this.door = door;
        this.telling = new Telling(site.people());
    }

    List<Route> routes() {
        String one = Links.ACCOUNTS + "/{account}";
        return List.of(
                Route.get(Links.ACCOUNTS, Right.ACCOUNTS, context -> show(context, AccountsPage.Said.NOTHING)),
                Route.post(Links.ACCOUNTS, Right.ACCOUNTS, this::give),
                Route.post(one + "/roles", Right.ACCOUNTS, this::setRoles),
                Route.post(one + "/code", Right.ACCOUNTS, this::renew),
                Route.post(one + "/block", Right.ACCOUNTS, this::block),
                Route.post(one + "/unblock", Right.ACCOUNTS, this::unblock),
                Route.get(Links.HISTORY, Right.HISTORY, this::history));
    }

    private void give(Context context) throws IOException {
        String login = typed(context, "login");
        String name = typed(context, "name");
        change(
                context,
                "account.give",
                Accounts.tidied(login),
                new AccountsPage.Added(login, name, roles(context)),
                () -> {
                    Accounts.Given given = site.people().accounts().give(login, name, roles(context));
                    return AccountsPage.Said.code(given.account(), given.code());
                });
    }

    private void renew(Context context) throws IOException {
        Account account = account(context);
        change(context, "account.code", account.login(), AccountsPage.Added.NOTHING, () -> {
            Accounts.Given given = site.people().accounts().renew(account.id());
            door.endAll(given.account());
            telling.account(context, given.account(), new Notice.Event.NewCode());
            return AccountsPage.Said.code(given.account(), given.code());
        });
    }

    private void setRoles(Context context) throws IOException {
        Account account = account(context);
        change(context, "account.roles", account.login(), AccountsPage.Added.NOTHING, () -> {
            Account now = site.people().accounts().setRoles(account.id(), roles(context));
            door.endAll(now);
            telling.account(context, now, new Notice.Event.Roles(now.roles()));
            return AccountsPage.Said.done("accounts.done.roles", now);
        });
    }

    /** Whoever has drafts is blocked together with a word on whom they go to. */
    private void block(Context context) throws IOException {
        Account account = account(context);
        String heir = typed(context, "heir");
        change(context, "account.block", account.login(), AccountsPage.Added.NOTHING, () -> {
            Optional<Account> to = site.people().accounts().find(heir);
            if (handover.drafts(account) > 0 && to.isEmpty() && !heir.equals(AccountsPage.KEEP)) {
                throw new AccountRefused(AccountRefused.Why.HEIR_NEEDED);
            } else if (to.isPresent()) {
                handover.check(account, to.get());
            }
            Account now = site.people().accounts().block(account.id(), true);
            door.endAll(now);
            if (to.isPresent()) {
                handover.handOver(now, to.get());
                site.notes()
                        .note(
                                context,
                                "account.handover",
                                now.login(),
                                now.login(),
                                to.get().login(),
                                true);
            }
            return AccountsPage.Said.done("accounts.done.block", now);
        });
    }

    private void unblock(Context context) throws IOException {
        Account account = account(context);
        change(context, "account.unblock", account.login(), AccountsPage.Added.NOTHING, () -> {
            Account now = site.people().accounts().block(account.id(), false);
            door.endAll(now);
            return AccountsPage.Said.done("accounts.done.unblock", now);
        });
    }

    /** Asks for the password, does it, notes it, and shows what has come of it. */
    private void change(Context context, String what, String object, AccountsPage.Added added, Change change)
            throws IOException {
        switch (again.ask(context)) {
            case PasswordAgain.Answer.TooSoon(Duration left) -> {
                context.status(HttpStatus.TOO_MANY_REQUESTS);
                show(context, AccountsPage.Said.waiting(left, added));
            }
            case PasswordAgain.Answer.Wrong _ -> refuse(context, what, object, "account.refused.password_wrong", added);
            case PasswordAgain.Answer.Right _ -> {
                try {
                    AccountsPage.Said said = change.make();
                    site.notes().note(context, what, object, true);
                    show(context, said);
                } catch (AccountRefused e) {
                    refuse(context, what, object, Accounting.words(e), added);
                }
            }
        }
    }

    private void refuse(Context context, String what, String object, String why, AccountsPage.Added added) {
        site.notes().note(context, what, object, false);
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, AccountsPage.Said.refused(why, added));
    }

    private void show(Context context, AccountsPage.Said said) {
        Frame frame = site.reader().frameWithoutStatus(context, Frame.Tab.ACCOUNTS, "accounts.title");
        site.show(
                context,
                "accounts",
                new AccountsPage(frame, site.people().accounts().all(), said, handover::drafts));
    }

    private void history(Context context) throws IOException {
        Frame frame = site.reader().frameWithoutStatus(context, Frame.Tab.HISTORY, "history.title");
        String from = Optional.ofNullable(context.queryParam("from")).orElse("");
        int skipped = from.matches("[0-9]{1,7}") ? Integer.parseInt(from) : 0;
        List<Deed> deeds = site.people().history().newest(skipped, HistoryPage.SIZE);
        site.show(
                context,
                "history",
                new HistoryPage(
                        frame,
                        deeds,
                        skipped,
                        site.people().history().size(),
                        site.people().history().firstTampered()));
    }

    private Account account(Context context) {
        return site.people().accounts().find(context.pathParam("account")).orElseThrow(NotFoundResponse::new);
    }

    private static Set<Role> roles(Context context) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        context.formParams("role").forEach(code -> Role.of(code).ifPresent(roles::add));
        return roles;
    }

    private static String typed(Context context, String field) {
        return Optional.ofNullable(context.formParam(field)).orElse("");
    }

    private interface Change {
        AccountsPage.Said make() throws AccountRefused, IOException;
    }
}
