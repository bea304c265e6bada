// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.AccountRefused;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.web.page.EntrancePage;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;

/** How people come in and go out, and set their passwords. */
final class EntrancePages implements Door.Entrance {
    private final Site site;
    private final Door door;

    EntrancePages(Site site, Door door) {
        this.site = site;
        this.door = door;
    }

    List<Route> routes() {
        return List.of(
                Route.open(Route.Method.GET, Links.ENTER, context -> show(context, "enter", EntrancePage.FRESH)),
                Route.open(Route.Method.POST, Links.ENTER, this::enter),
                Route.open(Route.Method.GET, Links.WELCOME, context -> show(context, "welcome", EntrancePage.FRESH)),
                Route.open(Route.Method.POST, Links.WELCOME, this::welcome),
                Route.open(Route.Method.GET, Links.FIRST, context -> {
                    onlyBeforeAccounts();
                    String code =
                            Optional.ofNullable(context.queryParam("code")).orElse("");
                    show(context, "first", EntrancePage.FRESH.withCode(code));
                }),
                Route.open(Route.Method.POST, Links.FIRST, this::first),
                Route.get(Links.ME, Right.OWN_ACCOUNT, context -> show(context, "me", EntrancePage.FRESH)),
                Route.post(Links.ME, Right.OWN_ACCOUNT, this::changePassword),
                Route.post(Links.LEAVE, Right.OWN_ACCOUNT, this::leave));
    }

    /** In place of a page that needs somebody to have entered. */
    @Override
    public void show(Context context) {
        context.status(HttpStatus.UNAUTHORIZED);
        if (!Door.isQuiet(context)) {
            show(context, "enter", EntrancePage.FRESH);
        } else if (context.method().equals(HandlerType.GET)) {
            context.header("HX-Redirect", Links.ENTER);
        } else {
            lost(context);
        }
    }

    /** Whoever types goes on typing in a page that nobody takes any more: they are told, and what they typed stays there. */
    @Override
    public void lost(Context context) {
        Frame frame = site.reader().frameWithoutStatus(context, "entrance.enter.title");
        site.show(context, "entrance/lost", new EntrancePage(frame, EntrancePage.FRESH, "/"));
    }

    private void enter(Context context) {
        String login = typed(context, "login");
        Duration left = site.people().attempts().left(login, context.ip());
        if (left.isPositive()) {
            context.status(HttpStatus.TOO_MANY_REQUESTS);
            show(context, "enter", EntrancePage.waiting(login, left));
            return;
        }
        Optional<Account> account = site.people().accounts().enter(login, typed(context, "password"));
        if (account.isEmpty()) {
            site.people().attempts().failed(login, context.ip());
            site.people()
                    .accounts()
                    .withLogin(login)
                    .ifPresent(known -> site.notes().noteEntering(known, "enter", false));
            context.status(HttpStatus.UNAUTHORIZED);
            show(context, "enter", EntrancePage.refused(login, "", "enter.wrong"));
            return;
        }
        site.people().attempts().succeeded(login, context.ip());
        comeIn(context, account.get(), "enter");
    }

    private void first(Context context) throws IOException {
        onlyBeforeAccounts();
        String login = typed(context, "login");
        String name = typed(context, "name");
        withCode(
                context,
                "first",
                login,
                name,
                password -> site.people().accounts().first(typed(context, "code"), login, name, password));
    }

    private void welcome(Context context) throws IOException {
        String login = typed(context, "login");
        withCode(
                context,
                "welcome",
                login,
                "",
                password -> site.people().accounts().accept(login, typed(context, "code"), password));
    }

    private void withCode(Context context, String page, String login, String name, Setting setting) throws IOException {
        Duration left = site.people().attempts().left(login, context.ip());
        if (left.isPositive()) {
            context.status(HttpStatus.TOO_MANY_REQUESTS);
            show(context, page, EntrancePage.waiting(login, left));
            return;
        }
        try {
            Account account = setting.set(newPassword(context));
            site.people().attempts().succeeded(login, context.ip());
            comeIn(context, account, "password.set");
        } catch (AccountRefused e) {
            if (e.why() == AccountRefused.Why.CODE) {
                site.people().attempts().failed(login, context.ip());
            }
            String code = e.why() == AccountRefused.Why.CODE ? "" : typed(context, "code");
            refuse(
                    context,
                    page,
                    EntrancePage.refused(login, name, Accounting.words(e)).withCode(code));
        }
    }

    private void changePassword(Context context) throws IOException {
        Account self = Door.who(context).entered().orElseThrow().account();
        Duration left = site.people().attempts().left(self.login(), context.ip());
        if (left.isPositive()) {
            context.status(HttpStatus.TOO_MANY_REQUESTS);
            show(context, "me", EntrancePage.waiting(self.login(), left));
            return;
        }
        try {
            Account now = site.people()
                    .accounts()
                    .changePassword(self.id(), typed(context, "password"), newPassword(context));
            door.endAll(now);
            comeIn(context, now, "password.change");
        } catch (AccountRefused e) {
            if (e.why() == AccountRefused.Why.PASSWORD_WRONG) {
                site.people().attempts().failed(self.login(), context.ip());
            }
            refuse(context, "me", EntrancePage.refused(self.login(), "", Accounting.words(e)));
        }
    }

    private void leave(Context context) {
        site.notes().note(context, "leave", "", true);
        door.end(context);
        context.redirect(Links.ENTER, HttpStatus.SEE_OTHER);
    }

    private void comeIn(Context context, Account account, String what) {
        site.notes().noteEntering(account, what, true);
        door.begin(context, account);
        context.redirect(Links.own(typed(context, "to")), HttpStatus.SEE_OTHER);
    }

    private void refuse(Context context, String page, EntrancePage.Typed typed) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, page, typed);
    }

    private void show(Context context, String page, EntrancePage.Typed typed) {
        Frame frame = site.reader().frameWithoutStatus(context, "entrance." + page + ".title");
        String to = context.method().equals(HandlerType.GET) && page.equals("enter")
                ? Links.own(
                        context.path().equals(Links.ENTER) ? "/" : site.reader().here(context))
                : Links.own(typed(context, "to"));
        site.show(context, "entrance/" + page, new EntrancePage(frame, typed, to));
    }

    private void onlyBeforeAccounts() {
        if (!site.people().accounts().isEmpty()) {
            throw new NotFoundResponse();
        }
    }

    /** The new password, typed twice alike. */
    private static String newPassword(Context context) throws AccountRefused {
        String password = typed(context, "new-password");
        if (!password.equals(typed(context, "again"))) {
            throw new AccountRefused(AccountRefused.Why.PASSWORD_DIFFERS);
        }
        return password;
    }

    private static String typed(Context context, String field) {
        return Optional.ofNullable(context.formParam(field)).orElse("");
    }

    private interface Setting {
        Account set(String password) throws AccountRefused, IOException;
    }
}
