// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Optional;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.Sessions;
import org.gorizont.node.web.page.Who;

/**
 * In front of every route: finds out who asks, and lets nobody through who has not the right, or whose form is not one of
 * the session's own. Deny by default: a route without a right is open on purpose.
 */
final class Door {
    static final String CSRF = "csrf";
    private static final String WHO = "who";

    private final Accounts accounts;
    private final Sessions sessions;

    Door(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** What happens to whoever has no session and needs one, or shows a form of another session. */
    interface Entrance {
        void show(Context context);

        /** In place of the answer to a form that is saved without a word: it is not saved. */
        void lost(Context context);
    }

    void pass(Context context, Route route, Entrance entrance) throws Exception {
        Who who = whoAsks(context);
        isAsking(context, who);
        if (route.right().isPresent() && !who.may(route.right().get())) {
            if (who.entered().isPresent()) {
                throw new ForbiddenResponse();
            }
            entrance.show(context);
        } else if (route.method() == Route.Method.POST && !isOwnForm(who, context)) {
            if (!isQuiet(context)) {
                throw new ForbiddenResponse();
            }
            entrance.lost(context.status(HttpStatus.FORBIDDEN));
        } else {
            route.handler().handle(context);
        }
    }

    static void isAsking(Context context, Who who) {
        context.attribute(WHO, who);
    }

    /** Whoever asks; a stranger where no route was found. */
    static Who who(Context context) {
        Who who = context.attribute(WHO);
        return who == null ? new Who.Stranger() : who;
    }

    /** Lets somebody in: a session of its own, whatever cookie came along. */
    void begin(Context context, Account account) {
        who(context).entered().ifPresent(before -> sessions.end(before.session()));
        Cookie cookie = new Cookie(cookieName(context), sessions.begin(account.id()), "/", -1, false, true);
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
    }

    void end(Context context) {
        who(context).entered().ifPresent(entered -> sessions.end(entered.session()));
        context.removeCookie(cookieName(context), "/");
    }

    /** After a change of roles or password nobody goes on with what was allowed before. */
    void endAll(Account account) {
        sessions.endAll(account.id());
    }

    private Who whoAsks(Context context) {
        if (accounts.isEmpty()) {
            return new Who.BeforeAccounts();
        }
        return Optional.ofNullable(context.cookie(cookieName(context)))
                .flatMap(sessions::find)
                .flatMap(session -> accounts.find(session.account())
                        .filter(account -> !account.blocked())
                        .<Who>map(account -> new Who.Entered(account, session)))
                .orElseGet(Who.Stranger::new);
    }

    /** Whether a script asks, behind a page that stays. */
    static boolean isQuiet(Context context) {
        return context.header("HX-Request") != null;
    }

    private static boolean isOwnForm(Who who, Context context) {
        return who.entered()
                .map(entered -> entered.session()
                        .fits(Optional.ofNullable(context.formParam(CSRF)).orElse("")))
                .orElse(true);
    }

    /** A browser sends a cookie to every port of a machine, and several nodes may run on one. */
    private static String cookieName(Context context) {
        return "gorizont-" + context.port();
    }
}
