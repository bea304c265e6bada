// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.DraftDays;
import org.gorizont.node.desk.Form;
import org.gorizont.node.desk.PersonalHints;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.Page;
import org.gorizont.node.readmodel.PracticeQuery;
import org.gorizont.node.readmodel.Provenance;
import org.gorizont.node.readmodel.ResourceQuery;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.node.readmodel.Timetable;
import org.gorizont.node.web.page.Band;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.PracticePage;
import org.gorizont.node.web.page.ResourcePage;
import org.gorizont.node.web.page.SchoolPage;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;

/** A draft as others would see it, on the page on which they would. */
final class PreviewPages {
    private final Site site;
    private final Desk desk;
    private final OwnRecords own;

    PreviewPages(Site site, Desk desk, OwnRecords own) {
        this.site = site;
        this.desk = desk;
        this.own = own;
    }

    List<Route> routes() {
        return List.of(Route.get(Links.DESK + "/{sheet}/preview", Right.DESK, this::preview));
    }

    private void preview(Context context) throws IOException {
        Sheet sheet = DeskDraft.asked(context, desk);
        switch (DeskDraft.filled(sheet)) {
            case Form.Filling.Fit(Card card) -> show(context, sheet, card);
            // The form says what is missing.
            case Form.Filling.Unfit _ -> context.redirect(Links.sheet(sheet.id()) + "?check=yes", HttpStatus.SEE_OTHER);
        }
    }

    private void show(Context context, Sheet sheet, Card card) {
        Frame frame = site.frame(context, Frame.Tab.DESK, "form." + sheet.kind().code());
        Band band = Band.preview(
                Links.sheet(sheet.id()),
                sheet.kind().isAboutAnother() ? List.of() : PersonalHints.in(sheet.fields()),
                DeskRights.mayPublish(Door.who(context), sheet.kind()),
                sheet.kind());
        switch (card) {
            case PracticeCard practice ->
                site.show(context, "practice", new PracticePage(frame, listed(sheet, practice), band));
            case ResourceCard resource ->
                site.show(
                        context,
                        "resource",
                        new ResourcePage(
                                frame,
                                listed(sheet, resource),
                                own.catalogue().availability(own.publisher().self(), sheet.record()),
                                LocalDate.ofInstant(sheet.changedAt(), ZoneOffset.UTC),
                                Optional.empty(),
                                band));
            case SchoolCard school ->
                school(context, frame, band, view -> with(view, Optional.of(school), view.centre()));
            case CentreCard centre ->
                school(context, frame, band, view -> with(view, view.card(), Optional.of(centre)));
            case AvailabilityCard time -> time(context, sheet, frame, band, time.zone());
        }
    }

    /** The resource as it is published, with the days that the draft changes. */
    private void time(Context context, Sheet sheet, Frame frame, Band band, String zone) {
        Listed<ResourceCard> resource =
                own.catalogue().resource(own.publisher().self(), sheet.record()).orElseThrow(NotFoundResponse::new);
        Timetable time = own.catalogue()
                .availability(own.publisher().self(), sheet.record())
                .with(zone, DraftDays.of(sheet.fields()));
        LocalDate first = time.slots().isEmpty()
                ? LocalDate.EPOCH
                : time.slots().getFirst().date();
        LocalDate changed =
                DraftDays.of(sheet.fields()).keySet().stream().findFirst().orElse(first);
        site.show(context, "resource", new ResourcePage(frame, resource, time, changed, Optional.empty(), band));
    }

    private void school(Context context, Frame frame, Band band, UnaryOperator<SchoolView> how) {
        SchoolView now = own.catalogue().school(own.publisher().self()).orElseThrow(NotFoundResponse::new);
        site.show(
                context,
                "school",
                new SchoolPage(
                        frame,
                        how.apply(now),
                        own.catalogue().practices(PracticeQuery.ALL.ofSchool(now.id()), Page.Slice.FIRST),
                        own.catalogue().resources(ResourceQuery.ofSchool(now.id()), Page.Slice.FIRST),
                        band));
    }

    private static SchoolView with(SchoolView view, Optional<SchoolCard> card, Optional<CentreCard> centre) {
        return new SchoolView(view.id(), card, centre, view.practices(), view.resources(), view.unread(), view.heard());
    }

    private <C extends Card> Listed<C> listed(Sheet sheet, C card) {
        Optional<String> name = own.catalogue().school(own.publisher().self()).flatMap(SchoolView::name);
        return new Listed<>(
                own.key(sheet.record()),
                Optional.of(card),
                Listed.Presence.HERE,
                new Provenance(own.publisher().self(), name, "", sheet.changedAt(), sheet.changedAt()));
    }
}
