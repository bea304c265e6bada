// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.setup.Answers;
import org.gorizont.node.setup.Setup;
import org.gorizont.node.setup.Step;
import org.gorizont.node.web.page.FirstPublishPage;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.protocol.model.RecordId;

/**
 * The step of the first start where the cards that were typed are published, with somebody's consent, or left on the desk as
 * drafts. They go by way of the desk in either case, so nothing is lost when publishing fails.
 */
final class FirstPublishing {
    private final Site site;
    private final Setup setup;
    private final Desk desk;
    private final OwnRecords own;

    FirstPublishing(Site site, Setup setup, Desk desk, OwnRecords own) {
        this.site = site;
        this.setup = setup;
        this.desk = desk;
        this.own = own;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.step(Step.PUBLISH), Right.SETUP, context -> show(context, Optional.empty())),
                Route.post(Links.step(Step.PUBLISH), Right.PUBLISH_SCHOOL, this::publish));
    }

    private void show(Context context, Optional<String> refused) {
        Map<FormKind, Map<String, String>> cards = cards();
        if (cards.isEmpty()) {
            context.redirect(Links.step(Step.NETWORK), HttpStatus.SEE_OTHER);
            return;
        }
        Frame frame = site.frame(context, Frame.Tab.NONE, "begin.publish.title");
        site.show(context, "begin/publish", new FirstPublishPage(frame, cards, refused));
    }

    private synchronized void publish(Context context) throws IOException, InterruptedException {
        Map<FormKind, Map<String, String>> cards = cards();
        boolean later = !DeskDraft.typed(context, "later").isEmpty();
        if (cards.isEmpty()) {
            context.redirect(Links.BEGIN, HttpStatus.SEE_OTHER);
        } else if (!later
                && FirstPublishPage.hints(cards).findAny().isPresent()
                && DeskDraft.typed(context, "personal").isEmpty()) {
            refuse(context, "publish.refused.personal");
        } else {
            Optional<List<Sheet>> sheets = drafts(context, cards);
            if (sheets.isEmpty()) {
                refuse(context, "begin.publish.full");
                return;
            }
            setup.change(answers -> answers.withoutCards().reached(Step.NETWORK));
            Optional<String> refused =
                    later ? Optional.empty() : new Release(desk, own, site).publish(context, sheets.get());
            context.redirect(
                    Links.step(Step.NETWORK) + (refused.isEmpty() ? "" : "?unpublished=yes"), HttpStatus.SEE_OTHER);
        }
    }

    private void refuse(Context context, String why) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, Optional.of(why));
    }

    /** What was typed and is neither published nor a draft yet. */
    private Map<FormKind, Map<String, String>> cards() {
        Answers answers = setup.answers();
        Map<FormKind, Map<String, String>> cards = new LinkedHashMap<>();
        if (answers.hasCards()) {
            cards.put(FormKind.SCHOOL, answers.school());
            if (!answers.centre().isEmpty()) {
                cards.put(FormKind.CENTRE, answers.centre());
            }
        }
        return cards;
    }

    /** Puts them on the desk; empty if it takes no more. */
    private Optional<List<Sheet>> drafts(Context context, Map<FormKind, Map<String, String>> cards)
            throws InterruptedException {
        List<Sheet> sheets = new ArrayList<>();
        for (Map.Entry<FormKind, Map<String, String>> card : cards.entrySet()) {
            RecordId record = card.getKey().onlyRecord().orElseThrow();
            Desk.Start standing = own.beginnings().start(card.getKey(), record);
            Desk.Start typed =
                    new Desk.Start(card.getKey(), record, card.getValue(), standing.basedOn(), standing.base());
            if (!(desk.begin(typed, DeskDraft.author(context)) instanceof Saving.Saved(Sheet sheet))) {
                return Optional.empty();
            }
            sheets.add(sheet);
        }
        return Optional.of(sheets);
    }
}
