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
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.web.page.DeskPage;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.SheetPage;
import org.gorizont.node.web.page.Who;
import org.gorizont.protocol.model.RecordId;

/** «Мой стол»: drafts of forms, from the blank form until they are handed to whoever publishes. */
final class DeskPages {
    private static final int RECORD_BYTES = RecordId.SIZE;

    private final Site site;
    private final Desk desk;
    private final OwnRecords own;
    private final Windows windows = new Windows();
    private final SecureRandom random = new SecureRandom();

    DeskPages(Site site, Desk desk, OwnRecords own) {
        this.site = site;
        this.desk = desk;
        this.own = own;
    }

    List<Route> routes() {
        String one = Links.DESK + "/{sheet}";
        return List.of(
                Route.get(Links.DESK, Right.DESK, this::desk),
                Route.post(Links.DESK + "/new/{kind}", Right.DESK, this::begin),
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

    private void desk(Context context) throws IOException {
        Who who = Door.who(context);
        List<DeskPage.Line> lines = desk.briefs().stream()
                .filter(sheet -> DeskRights.sees(who, sheet))
                .map(sheet -> new DeskPage.Line(
                        sheet,
                        DeskRights.isAuthor(who, sheet) ? "" : DeskDraft.name(site.people(), sheet.author()),
                        own.stands(sheet.record())))
                .toList();
        Optional<Sheet> gone = Optional.ofNullable(context.queryParam("gone"))
                .flatMap(this::find)
                .filter(sheet -> sheet.state() == Sheet.State.GONE && DeskRights.sees(who, sheet.brief()));
        List<FormKind> kinds = List.of(FormKind.values()).stream()
                .filter(kind -> DeskRights.mayWrite(who, kind))
                .toList();
        Frame frame = site.frame(context, Frame.Tab.DESK, "desk.title");
        long ready = desk.briefs().stream()
                .filter(sheet -> own.isForPublishing(who, sheet))
                .count();
        Optional<String> said = Optional.ofNullable(context.queryParam("said"))
                .filter(List.of("offered", "withdrawn")::contains)
                .map(what -> "desk." + what);
        site.show(
                context,
                "desk/desk",
                new DeskPage(frame, lines, kinds, gone.map(Sheet::brief), who.may(Right.PUBLISH) ? ready : 0, said));
    }

    private Optional<Sheet> find(String id) {
        try {
            return desk.find(id);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** A blank form; for the cards of the school and its centre what stands, or the draft that is there already. */
    private void begin(Context context) throws IOException, InterruptedException {
        FormKind kind = DeskDraft.kind(context);
        byte[] fresh = new byte[RECORD_BYTES];
        random.nextBytes(fresh);
        RecordId record =
                kind.onlyRecord().orElseGet(() -> RecordId.ofHex(HexFormat.of().formatHex(fresh)));
        begin(context, kind, record);
    }

    /** Leads to the draft of this record that whoever asks has, or to a new one. */
    void begin(Context context, FormKind kind, RecordId record) throws IOException, InterruptedException {
        Optional<Sheet.Brief> there = desk.briefs().stream()
                .filter(sheet -> sheet.record().equals(record) && DeskRights.sees(Door.who(context), sheet))
                .findFirst();
        if (there.isPresent()) {
            context.redirect(Links.sheet(there.get().id()), HttpStatus.SEE_OTHER);
            return;
        }
        Saving saving =
                desk.begin(DeskDraft.start(kind, record, own.publisher().standing(record)), DeskDraft.author(context));
        switch (saving) {
            case Saving.Saved(Sheet sheet) -> context.redirect(Links.sheet(sheet.id()), HttpStatus.SEE_OTHER);
            case Saving.NotSaved(Saving.Obstacle why) -> notSaved(context, why);
            case Saving.Missing _, Saving.Overtaken _ -> throw new NotFoundResponse();
        }
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
                    notSaved(context, why);
                }
            }
        }
    }

    private Saving type(Context context, Sheet before) throws IOException {
        Map<String, String> fields = DeskDraft.fields(context, Forms.of(before.kind()));
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
        Map<String, String> typed = DeskDraft.fields(context, Forms.of(now.kind()));
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
                    notSaved(context, why);
                    return;
                }
                case Saving.Missing _ -> throw new NotFoundResponse();
            }
        }
        switch (desk.move(sheet.id(), revision, to)) {
            case Saving.Saved(Sheet now) -> moved(context, now);
            case Saving.Overtaken(Sheet now) -> context.redirect(Links.sheet(now.id()), HttpStatus.SEE_OTHER);
            case Saving.NotSaved(Saving.Obstacle why) -> notSaved(context, why);
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
        site.show(
                context,
                "desk/sheet",
                SheetPage.form(
                        frame(context, sheet),
                        sheet,
                        asked ? Optional.of(DeskDraft.filled(sheet)) : Optional.empty(),
                        new SheetPage.Around(
                                HexFormat.of().formatHex(window),
                                DeskRights.isAuthor(who, sheet.brief()),
                                DeskRights.mayPublish(who, sheet.kind()),
                                own.stands(sheet.record()),
                                DeskDraft.name(site.people(), sheet.author()))));
    }

    private void notSaved(Context context, Saving.Obstacle why) {
        context.status(HttpStatus.INSUFFICIENT_STORAGE);
        Frame frame = site.frame(context, Frame.Tab.DESK, "desk.not-saved");
        site.show(context, "desk/notsaved", new SheetPage.NotSaved(frame, why));
    }

    private Frame frame(Context context, Sheet sheet) {
        return site.frame(context, Frame.Tab.DESK, "form." + sheet.kind().code());
    }
}
