// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.publishing.Standing;
import org.gorizont.node.publishing.UnfitContent;
import org.gorizont.node.readmodel.Page;
import org.gorizont.node.readmodel.PracticeQuery;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.readmodel.ResourceQuery;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.OursPage;
import org.gorizont.node.web.page.Row;
import org.gorizont.node.web.page.Who;
import org.gorizont.node.web.page.WithdrawPage;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;

/** «Наши записи»: what this school has published; changing it, and taking it back. */
final class OwnPages {
    private final Site site;
    private final Desk desk;
    private final OwnRecords own;
    private final Telling telling;
    private final DeskPages desks;

    OwnPages(Site site, Desk desk, OwnRecords own, DeskPages desks) {
        this.site = site;
        this.desk = desk;
        this.own = own;
        this.telling = new Telling(site.people());
        this.desks = desks;
    }

    List<Route> routes() {
        String one = Links.OURS + "/{record}";
        return List.of(
                Route.get(Links.OURS, Right.DESK, this::ours),
                Route.post(one + "/change", Right.DESK, this::change),
                Route.post(one + "/time", Right.WRITE_RESOURCES, this::changeTime),
                Route.get(one + "/withdraw", Right.PUBLISH, context -> ask(context, Optional.empty())),
                Route.post(one + "/withdraw", Right.PUBLISH, this::withdraw));
    }

    private void ours(Context context) {
        Frame frame = site.frame(context, Frame.Tab.OURS, "ours.title");
        OursPage.Asked asked = asked(context);
        Page.Slice all = new Page.Slice(0, Integer.MAX_VALUE);
        List<OursPage.Line> lines = new ArrayList<>();
        Who who = Door.who(context);
        if (asked.takes(FormKind.PRACTICE)) {
            own.catalogue()
                    .practices(PracticeQuery.ALL.ofSchool(own.publisher().self()), all)
                    .items()
                    .forEach(one -> lines.add(line(
                            who,
                            FormKind.PRACTICE,
                            one.key().record(),
                            Row.listed(frame.words(), one, Kinds.PRACTICE))));
        }
        if (asked.takes(FormKind.RESOURCE)) {
            own.catalogue()
                    .resources(ResourceQuery.ofSchool(own.publisher().self()), all)
                    .items()
                    .forEach(one -> lines.add(line(
                            who,
                            FormKind.RESOURCE,
                            one.key().record(),
                            Row.listed(frame.words(), one, Kinds.RESOURCE))));
        }
        int total = lines.size();
        List<OursPage.Line> found = lines.stream()
                .filter(line -> folded(line.title()).contains(folded(asked.typed())))
                .sorted(asked.isNewestFirst() ? OursPage.NEWEST : OursPage.BY_TITLE)
                .toList();
        String published = Optional.ofNullable(context.queryParam("published")).orElse("");
        site.show(
                context,
                "desk/ours",
                new OursPage(
                        frame,
                        asked,
                        found.stream().skip(asked.from()).limit(OursPage.SIZE).toList(),
                        found.size(),
                        total,
                        published.matches("[0-9]{1,4}") ? Integer.parseInt(published) : 0));
    }

    private OursPage.Line line(Who who, FormKind kind, RecordId record, Row row) {
        boolean drafted =
                desk.briefs().stream().anyMatch(sheet -> sheet.record().equals(record) && DeskRights.sees(who, sheet));
        return new OursPage.Line(
                record, row, DeskRights.mayWrite(who, kind), DeskRights.mayPublish(who, kind), drafted);
    }

    private static OursPage.Asked asked(Context context) {
        String from = Optional.ofNullable(context.queryParam("from")).orElse("");
        return new OursPage.Asked(
                Optional.ofNullable(context.queryParam("q")).orElse("").strip(),
                Optional.ofNullable(context.queryParam("kind"))
                        .flatMap(FormKind::of)
                        .filter(kind -> kind.onlyRecord().isEmpty() && !kind.isAboutAnother()),
                Optional.ofNullable(context.queryParam("order")).orElse("").equals("title") ? "title" : "new",
                from.matches("[0-9]{1,5}") ? Integer.parseInt(from) : 0);
    }

    private void change(Context context) throws IOException, InterruptedException {
        RecordVersion version = version(context);
        FormKind kind = FormKind.of(version.kind())
                .filter(known -> DeskRights.mayWrite(Door.who(context), known))
                .orElseThrow(NotFoundResponse::new);
        desks.begin(context, kind, version.key().record());
    }

    private void changeTime(Context context) throws IOException, InterruptedException {
        RecordVersion version = version(context);
        if (!FormKind.of(version.kind()).equals(Optional.of(FormKind.RESOURCE))) {
            throw new NotFoundResponse();
        }
        desks.begin(context, FormKind.AVAILABILITY, version.key().record());
    }

    private void ask(Context context, Optional<String> refused) {
        RecordVersion version = withdrawable(context);
        FormKind kind = FormKind.of(version.kind()).orElseThrow();
        Frame frame = site.frame(context, Frame.Tab.OURS, "withdraw.title");
        Sheet shown = sheet(version, kind);
        site.show(
                context,
                "desk/withdraw",
                new WithdrawPage(frame, Links.own(version.key().record()) + "/withdraw", shown.title(), refused));
    }

    /** Puts what is taken back on the desk first, so that it can be published again. */
    private synchronized void withdraw(Context context) throws IOException, InterruptedException {
        RecordVersion version = withdrawable(context);
        FormKind kind = FormKind.of(version.kind()).orElseThrow();
        RecordId record = version.key().record();
        Saving kept = desk.begin(own.beginnings().over(kind, record, Optional.of(version)), DeskDraft.author(context));
        if (kept instanceof Saving.Saved(Sheet sheet)) {
            withdraw(context, version, kind, sheet);
        } else {
            refuse(context, "withdraw.refused.desk");
        }
    }

    private void withdraw(Context context, RecordVersion version, FormKind kind, Sheet sheet)
            throws IOException, InterruptedException {
        RecordId record = version.key().record();
        Optional<String> refused = publish(version);
        if (refused.isPresent()) {
            desk.remove(sheet.id());
            refuse(context, refused.get());
            return;
        }
        Optional<Hash> after = own.publisher().standing(record).map(Standing::of);
        desk.rebase(sheet.id(), sheet.revision(), after, sheet.base());
        site.notes()
                .note(
                        context,
                        "withdraw." + kind.code(),
                        record.toString(),
                        Standing.of(version).toString(),
                        after.map(Hash::toString).orElse(""),
                        true);
        telling.withdrew(context, record);
        context.redirect(Links.DESK + "?said=withdrawn", HttpStatus.SEE_OTHER);
    }

    private Optional<String> publish(RecordVersion version) throws InterruptedException {
        try {
            Outcome outcome = own.publisher()
                    .publish(List.of(own.publisher()
                            .withdraw(version.kind(), version.key().record())));
            return outcome instanceof Outcome.Refused refused
                    ? Optional.of(Refused.words(refused.refusal()))
                    : Optional.empty();
        } catch (UnfitContent e) {
            throw new IllegalStateException(e);
        } catch (Publisher.NoAnswer _) {
            return Optional.of("publish.refused.no-answer");
        }
    }

    private void refuse(Context context, String why) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        ask(context, Optional.of(why));
    }

    private Sheet sheet(RecordVersion version, FormKind kind) {
        Desk.Start start = own.beginnings().over(kind, version.key().record(), Optional.of(version));
        return new Sheet(
                "",
                kind,
                version.key().record(),
                start.fields(),
                "",
                version.claimedAt(),
                1,
                Sheet.State.WRITING,
                Optional.empty(),
                Optional.empty());
    }

    private RecordVersion withdrawable(Context context) {
        RecordVersion version = version(context);
        return FormKind.of(version.kind())
                .filter(kind -> kind.onlyRecord().isEmpty() && DeskRights.mayPublish(Door.who(context), kind))
                .map(_ -> version)
                .orElseThrow(NotFoundResponse::new);
    }

    private RecordVersion version(Context context) {
        String id = context.pathParam("record");
        if (!id.matches("[0-9a-f]{32}")) {
            throw new NotFoundResponse();
        }
        return own.version(RecordId.ofHex(id)).orElseThrow(NotFoundResponse::new);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
