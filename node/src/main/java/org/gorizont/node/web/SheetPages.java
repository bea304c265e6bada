// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.Form;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.SheetPage;
import org.gorizont.node.web.page.Who;

/** One draft on the desk: what its page shows, what is typed there, and where it goes next. */
final class SheetPages {
    private final Site site;
    private final Desk desk;
    private final OwnRecords own;
    private final WeekForm weeks;
    private final Windows windows = new Windows();
    private final SecureRandom random = new SecureRandom();

    SheetPages(Site site, Desk desk, OwnRecords own, WeekForm weeks) {
        this.site = site;
        this.desk = desk;
        this.own = own;
        this.weeks = weeks;
    }

    List<Route> routes() {
        String one = Links.DESK + "/{sheet}";
        return List.of(
                Route.get(
                        one,
                        Right.DESK,
                        context -> show(context, DeskDraft.asked(context, desk), context.queryParam("check") != null)),
                Route.post(one, Right.DESK, this::save),
                Route.post(one + "/offer", Right.DESK, context -> move(context, Sheet.State.OFFERED)),
                Route.post(one + "/back", Right.DESK, context -> move(context, Sheet.State.WRITING)),
                Route.post(one + "/discard", Right.DESK, context -> move(context, Sheet.State.GONE)),
                Route.post(one + "/restore", Right.DESK, context -> move(context, Sheet.State.WRITING)));
    }

    private void save(Context context) throws IOException {
        Sheet before = DeskDraft.asked(context, desk);
        boolean quietly = Door.isQuiet(context);
        switch (type(context, before)) {
            case Saving.Saved(Sheet now) -> {
                if (quietly) {
                    site.show(context, "desk/saved", SheetPage.saved(frame(context, now), now));
                } else if (!DeskDraft.typed(context, "preview").isEmpty()) {
                    context.redirect(Links.sheet(now.id()) + "/preview", HttpStatus.SEE_OTHER);
                } else if (!DeskDraft.typed(context, "go").isEmpty()) {
                    context.redirect(weeks.other(context, now), HttpStatus.SEE_OTHER);
                } else {
                    show(context, now, true);
                }
            }
            case Saving.Overtaken(Sheet now) -> overtaken(context, now, quietly);
            case Saving.Missing _ -> throw new NotFoundResponse();
            case Saving.NotSaved(Saving.Obstacle why) -> {
                if (quietly) {
                    site.show(context, "desk/saved", SheetPage.notSaved(frame(context, before), before, why));
                } else {
                    DeskDraft.notSaved(site, context, why);
                }
            }
        }
    }

    private Map<String, String> fields(Context context, Sheet sheet) {
        return sheet.kind() == FormKind.AVAILABILITY
                ? weeks.typed(context, sheet)
                : DeskDraft.fields(context, Forms.of(sheet.kind()));
    }

    private Saving type(Context context, Sheet before) throws IOException {
        Map<String, String> fields = fields(context, before);
        String window = DeskDraft.typed(context, "window");
        Saving saving = desk.type(before.id(), DeskDraft.revision(context), fields);
        if (saving instanceof Saving.Overtaken(Sheet now)
                && (windows.wasLast(now.id(), window) || now.fields().equals(fields))) {
            saving = desk.type(now.id(), now.revision(), fields);
        }
        if (saving instanceof Saving.Saved(Sheet now)) {
            windows.changed(now.id(), window);
        }
        return saving;
    }

    /** Both texts stay: what is on the desk, and what was typed over an older one. */
    private void overtaken(Context context, Sheet now, boolean quietly) {
        if (quietly) {
            site.show(context, "desk/saved", SheetPage.elsewhere(frame(context, now), now));
            return;
        }
        context.status(HttpStatus.CONFLICT);
        Map<String, String> typed = fields(context, now);
        site.show(context, "desk/overtaken", SheetPage.overtaken(frame(context, now), now, typed));
    }

    /** Moves a draft; from its form together with what is typed there. */
    private void move(Context context, Sheet.State to) throws IOException {
        Sheet sheet = DeskDraft.asked(context, desk);
        boolean mayPickUp = DeskRights.isAuthor(Door.who(context), sheet.brief());
        if (to == Sheet.State.GONE && !mayPickUp) {
            throw new NotFoundResponse();
        }
        int revision = DeskDraft.revision(context);
        if (!DeskDraft.typed(context, "window").isEmpty()) {
            switch (type(context, sheet)) {
                case Saving.Saved(Sheet now) -> revision = now.revision();
                case Saving.Overtaken(Sheet now) -> {
                    overtaken(context, now, false);
                    return;
                }
                case Saving.NotSaved(Saving.Obstacle why) -> {
                    DeskDraft.notSaved(site, context, why);
                    return;
                }
                case Saving.Missing _ -> throw new NotFoundResponse();
            }
        }
        switch (desk.move(sheet.id(), revision, to)) {
            case Saving.Saved(Sheet now) -> moved(context, now);
            case Saving.Overtaken(Sheet now) -> context.redirect(Links.sheet(now.id()), HttpStatus.SEE_OTHER);
            case Saving.NotSaved(Saving.Obstacle why) -> DeskDraft.notSaved(site, context, why);
            case Saving.Missing _ -> throw new NotFoundResponse();
        }
    }

    private void moved(Context context, Sheet now) {
        String what = switch (now.state()) {
            case OFFERED -> "offer.";
            case WRITING -> "back.";
            case GONE -> "discard.";
        };
        site.notes().note(context, what + now.kind().code(), now.record().toString(), true);
        context.redirect(
                switch (now.state()) {
                    case OFFERED -> Links.DESK + "?said=offered";
                    case WRITING -> Links.sheet(now.id());
                    case GONE -> Links.DESK + "?gone=" + now.id();
                },
                HttpStatus.SEE_OTHER);
    }

    private void show(Context context, Sheet sheet, boolean asked) {
        if (sheet.state() == Sheet.State.GONE) {
            throw new NotFoundResponse();
        }
        byte[] window = new byte[8];
        random.nextBytes(window);
        Who who = Door.who(context);
        Frame frame = frame(context, sheet);
        Optional<Form.Filling> filling = asked ? Optional.of(DeskDraft.filled(sheet)) : Optional.empty();
        SheetPage.Around around = new SheetPage.Around(
                HexFormat.of().formatHex(window),
                DeskRights.isAuthor(who, sheet.brief()),
                DeskRights.mayPublish(who, sheet.kind()),
                own.stands(sheet.record()),
                DeskDraft.name(site.people(), sheet.author()));
        SheetPage page = SheetPage.form(frame, sheet, filling, around);
        if (sheet.kind() == FormKind.AVAILABILITY) {
            site.show(context, "desk/week", weeks.page(context, page));
        } else {
            site.show(context, "desk/sheet", page);
        }
    }

    private Frame frame(Context context, Sheet sheet) {
        return site.frame(context, Frame.Tab.DESK, "form." + sheet.kind().code());
    }
}
