// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.readmodel.Advice;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.setup.Answers;
import org.gorizont.node.setup.Setup;
import org.gorizont.node.setup.Step;
import org.gorizont.node.web.page.DonePage;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.Who;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.Kinds;

/** The first start once the school exists: where it goes on, and its end. */
final class BeginPages {
    private final Site site;
    private final Beginning steps;
    private final Catalogue catalogue;
    private final OwnRecords own;

    BeginPages(Site site, Beginning steps, Catalogue catalogue, OwnRecords own) {
        this.site = site;
        this.steps = steps;
        this.catalogue = catalogue;
        this.own = own;
    }

    List<Route> routes() {
        return List.of(
                Route.open(Route.Method.GET, Links.BEGIN, this::goOn),
                Route.open(Route.Method.GET, Links.READY, this::ready),
                Route.get(Links.step(Step.DONE), Right.SETUP, this::showEnd),
                Route.post(Links.step(Step.DONE), Right.SETUP, this::end));
    }

    private void goOn(Context context) {
        Who who = Door.who(context);
        if (who instanceof Who.BeforeAccounts) {
            context.redirect(
                    Optional.ofNullable(context.queryParam("code"))
                            .map(Links::first)
                            .orElse(Links.FIRST),
                    HttpStatus.SEE_OTHER);
        } else if (who.may(Right.SETUP) && steps.setup().isPending()) {
            context.redirect(Links.step(now(steps.setup())), HttpStatus.SEE_OTHER);
        } else {
            context.redirect("/", HttpStatus.SEE_OTHER);
        }
    }

    private static Step now(Setup setup) {
        Answers answers = setup.answers();
        if (answers.hasCards()) {
            return Step.PUBLISH;
        }
        return answers.step().compareTo(Step.NETWORK) < 0 ? Step.NETWORK : answers.step();
    }

    /** The page that waits for the node asks this; so does whoever follows its link by hand. */
    private void ready(Context context) {
        String next = Optional.ofNullable(context.queryParam("code"))
                .map(Links::begin)
                .orElse(Links.BEGIN);
        if (Door.isQuiet(context)) {
            context.header("HX-Redirect", next);
            context.status(HttpStatus.NO_CONTENT);
        } else {
            context.redirect(next, HttpStatus.SEE_OTHER);
        }
    }

    private void showEnd(Context context) {
        ReplicaStatus now = site.status().get();
        Frame frame = site.reader().frame(context, now, Frame.Tab.NONE, "begin.done.title");
        site.show(
                context,
                "begin/done",
                new DonePage(
                        frame,
                        new DonePage.Own(
                                own.stands(Kinds.SCHOOL_RECORD), steps.backups().folder()),
                        now.circles(),
                        catalogue.schools(),
                        Advice.of(now)));
    }

    private void end(Context context) throws IOException {
        steps.setup().end();
        context.redirect("/", HttpStatus.SEE_OTHER);
    }
}
