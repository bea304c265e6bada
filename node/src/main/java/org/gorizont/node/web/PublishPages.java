// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.Form;
import org.gorizont.node.desk.PersonalHints;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.PublishPage;
import org.gorizont.node.web.page.Who;
import org.gorizont.protocol.core.Limits;

/**
 * Choosing which drafts are published. A draft leaves the desk after its entry is on disk; when the node ends in between,
 * it is found to lie over a record that has changed, and somebody is asked.
 */
final class PublishPages {
    private final Site site;
    private final Desk desk;
    private final OwnRecords own;

    PublishPages(Site site, Desk desk, OwnRecords own) {
        this.site = site;
        this.desk = desk;
        this.own = own;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.PUBLISH, Right.PUBLISH, context -> show(context, Optional.empty())),
                Route.post(Links.PUBLISH, Right.PUBLISH, this::publish));
    }

    private void show(Context context, Optional<String> refused) throws IOException, InterruptedException {
        Frame frame = site.frame(context, Frame.Tab.DESK, "publish.title");
        site.show(context, "desk/publish", new PublishPage(frame, items(context), refused));
    }

    private List<PublishPage.Item> items(Context context) throws IOException, InterruptedException {
        Who who = Door.who(context);
        List<PublishPage.Item> items = new ArrayList<>();
        for (Sheet.Brief brief : desk.briefs()) {
            if (own.isForPublishing(who, brief) && items.size() < Limits.BATCH_ENTRIES) {
                Optional<Sheet> sheet = desk.find(brief.id());
                if (sheet.isPresent()) {
                    items.add(item(who, sheet.get()));
                }
            }
        }
        return items;
    }

    private PublishPage.Item item(Who who, Sheet sheet) throws InterruptedException {
        boolean fit = DeskDraft.filled(sheet) instanceof Form.Filling.Fit;
        boolean overtaken =
                !own.beginnings().standing(sheet.kind(), sheet.record()).equals(sheet.basedOn());
        // What a draft about another record says of itself is the name of that one, which is published.
        List<PersonalHints.Hint> hints = sheet.kind().isAboutAnother() ? List.of() : PersonalHints.in(sheet.fields());
        return new PublishPage.Item(
                sheet.brief(),
                DeskRights.isAuthor(who, sheet.brief()) ? "" : DeskDraft.name(site.people(), sheet.author()),
                own.stands(sheet.record()),
                fit,
                overtaken,
                hints);
    }

    /** What was chosen: id and revision of the drafts as they stood on the page. */
    private synchronized void publish(Context context) throws IOException, InterruptedException {
        Set<String> chosen = new HashSet<>(context.formParams("sheet"));
        Set<String> over = new HashSet<>(context.formParams("over"));
        List<PublishPage.Item> items = items(context);
        List<PublishPage.Item> wanted =
                items.stream().filter(item -> chosen.contains(item.choice())).toList();
        boolean hinted = wanted.stream().anyMatch(item -> !item.hints().isEmpty());
        if (wanted.isEmpty() || wanted.size() < chosen.size()) {
            refuse(context, wanted.isEmpty() && chosen.isEmpty() ? "publish.refused.none" : "publish.refused.changed");
        } else if (wanted.stream().anyMatch(item -> !item.fit())) {
            refuse(context, "publish.refused.unfit");
        } else if (wanted.stream()
                .anyMatch(
                        item -> item.overtaken() && !over.contains(item.sheet().id()))) {
            refuse(context, "publish.refused.overtaken");
        } else if (hinted && DeskDraft.typed(context, "personal").isEmpty()) {
            refuse(context, "publish.refused.personal");
        } else {
            publish(context, wanted);
        }
    }

    private void publish(Context context, List<PublishPage.Item> wanted) throws IOException, InterruptedException {
        List<Sheet> sheets = new ArrayList<>();
        for (PublishPage.Item item : wanted) {
            Sheet sheet = desk.find(item.sheet().id()).orElseThrow(NotFoundResponse::new);
            if (sheet.revision() != item.sheet().revision()) {
                refuse(context, "publish.refused.changed");
                return;
            }
            sheets.add(sheet);
        }
        Optional<String> refused = new Release(desk, own, site).publish(context, sheets);
        if (refused.isPresent()) {
            refuse(context, refused.get());
        } else {
            context.redirect(Links.OURS + "?published=" + sheets.size(), HttpStatus.SEE_OTHER);
        }
    }

    private void refuse(Context context, String why) throws IOException, InterruptedException {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, Optional.of(why));
    }
}
