// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.AccountRefused;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.drafting.Handover;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.HandoverPage;
import org.gorizont.node.web.page.Links;

/** «Передать дела»: what somebody who leaves has on the desk goes to another. */
final class HandoverPages {
    private static final String DEED = "account.handover";

    private final Site site;
    private final Handover handover;
    private final PasswordAgain again;

    HandoverPages(Site site, Handover handover) {
        this.site = site;
        this.handover = handover;
        this.again = new PasswordAgain(site.people());
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.HANDOVER, Right.HANDOVER, context -> show(context, HandoverPage.Said.NOTHING)),
                Route.post(Links.HANDOVER, Right.HANDOVER, this::handOver));
    }

    private void handOver(Context context) throws IOException {
        Account from = account(context, "from");
        Account to = account(context, "to");
        switch (again.ask(context)) {
            case PasswordAgain.Answer.TooSoon(Duration left) -> {
                context.status(HttpStatus.TOO_MANY_REQUESTS);
                show(context, HandoverPage.Said.waiting(left));
            }
            case PasswordAgain.Answer.Wrong _ -> refuse(context, from, "account.refused.password_wrong");
            case PasswordAgain.Answer.Right _ -> {
                try {
                    int drafts = handover.handOver(from, to);
                    site.notes().note(context, DEED, from.login(), from.login(), to.login(), true);
                    show(context, HandoverPage.Said.done(from.name(), to.name(), drafts));
                } catch (AccountRefused e) {
                    refuse(context, from, Accounting.words(e));
                }
            }
        }
    }

    private void refuse(Context context, Account from, String why) {
        site.notes().note(context, DEED, from.login(), false);
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, HandoverPage.Said.refused(why));
    }

    private void show(Context context, HandoverPage.Said said) {
        Frame frame = site.frame(context, Frame.Tab.ACCOUNTS, "handover.title");
        List<HandoverPage.Person> people = site.people().accounts().all().stream()
                .map(account -> new HandoverPage.Person(account, handover.drafts(account)))
                .toList();
        site.show(context, "handover", new HandoverPage(frame, people, said));
    }

    private Account account(Context context, String field) {
        return site.people().accounts().find(DeskDraft.typed(context, field)).orElseThrow(NotFoundResponse::new);
    }
}
