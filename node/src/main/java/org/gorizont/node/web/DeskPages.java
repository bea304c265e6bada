// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.web.page.DeskPage;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.Who;
import org.gorizont.protocol.model.RecordId;

/** «Мой стол»: the drafts that whoever reads can see, and the beginning of new ones. */
final class DeskPages {
    private static final int RECORD_BYTES = RecordId.SIZE;

    private final Site site;
    private final Desk desk;
    private final OwnRecords own;
    private final SecureRandom random = new SecureRandom();

    DeskPages(Site site, Desk desk, OwnRecords own) {
        this.site = site;
        this.desk = desk;
        this.own = own;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.DESK, Right.DESK, this::desk),
                Route.post(Links.DESK + "/new/{kind}", Right.DESK, this::begin));
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
                .filter(kind -> !kind.isAboutAnother() && DeskRights.mayWrite(who, kind))
                .toList();
        Frame frame = site.frame(context, Frame.Tab.DESK, "desk.title");
        long ready = desk.briefs().stream()
                .filter(sheet -> own.isForPublishing(who, sheet))
                .count();
        Optional<String> said = Optional.ofNullable(context.queryParam("said"))
                .filter(List.of("offered", "withdrawn", "imported")::contains)
                .map(what -> frame.say("desk." + what, number(context, "placed"), number(context, "same")));
        site.show(
                context,
                "desk/desk",
                new DeskPage(frame, lines, kinds, gone.map(Sheet::brief), who.may(Right.PUBLISH) ? ready : 0, said));
    }

    private static int number(Context context, String name) {
        String typed = Optional.ofNullable(context.queryParam(name)).orElse("");
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
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
                .filter(sheet -> sheet.kind() == kind && sheet.record().equals(record))
                .filter(sheet -> DeskRights.sees(Door.who(context), sheet))
                .findFirst();
        if (there.isPresent()) {
            context.redirect(Links.sheet(there.get().id()), HttpStatus.SEE_OTHER);
            return;
        }
        switch (desk.begin(own.beginnings().start(kind, record), DeskDraft.author(context))) {
            case Saving.Saved(Sheet sheet) -> context.redirect(Links.sheet(sheet.id()), HttpStatus.SEE_OTHER);
            case Saving.NotSaved(Saving.Obstacle why) -> DeskDraft.notSaved(site, context, why);
            case Saving.Missing _, Saving.Overtaken _ -> throw new NotFoundResponse();
        }
    }
}
