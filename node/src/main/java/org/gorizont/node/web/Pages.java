// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.readmodel.Advice;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.Page;
import org.gorizont.node.readmodel.PracticeQuery;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.ResourceQuery;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.node.readmodel.Timetable;
import org.gorizont.node.search.Finder;
import org.gorizont.node.web.page.Band;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.NetworkPage;
import org.gorizont.node.web.page.NetworksPage;
import org.gorizont.node.web.page.PracticePage;
import org.gorizont.node.web.page.ResourcePage;
import org.gorizont.node.web.page.SchoolPage;
import org.gorizont.node.web.page.SchoolsPage;
import org.gorizont.node.web.page.SearchPage;
import org.gorizont.node.web.page.Who;
import org.gorizont.node.web.text.Wording;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Verb;

/** Answers requests for pages: reads what was asked, asks the read models, hands the page to its template. */
final class Pages {
    private static final int RECORDS_OF_SCHOOL = 200;
    private static final int NEWEST = 8;

    private final Site site;
    private final Catalogue catalogue;
    private final Finder finder;
    private final InstantSource clock;

    Pages(Site site, WebPages.Sources sources) {
        this.site = site;
        this.catalogue = sources.catalogue();
        this.finder = sources.finder();
        this.clock = sources.clock();
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.SEARCH, Right.READ, this::search),
                Route.get(Links.SCHOOLS, Right.READ, this::schools),
                Route.get(Links.SCHOOLS + "/{school}", Right.READ, this::school),
                Route.get(Links.NETWORKS, Right.READ, this::networks),
                Route.get(Links.NETWORKS + "/{circle}", Right.READ, this::network),
                Route.get(Links.PRACTICES + "/{school}/{record}", Right.READ, this::practice),
                Route.get(Links.RESOURCES + "/{school}/{record}", Right.READ, this::resource));
    }

    private void schools(Context context) {
        ReplicaStatus now = site.status().get();
        Frame frame = site.reader().frame(context, now, Frame.Tab.SCHOOLS, "schools.title");
        site.show(context, "schools", new SchoolsPage(frame, now.circles(), catalogue.schools(), Advice.of(now)));
    }

    private void school(Context context) {
        SchoolView school = catalogue.school(schoolId(context)).orElseThrow(NotFoundResponse::new);
        Frame frame = site.frame(context, Frame.Tab.SCHOOLS, "schools.school");
        Page.Slice all = new Page.Slice(0, RECORDS_OF_SCHOOL);
        site.show(
                context,
                "school",
                new SchoolPage(
                        frame,
                        school,
                        catalogue.practices(PracticeQuery.ALL.ofSchool(school.id()), all),
                        catalogue.resources(ResourceQuery.ofSchool(school.id()), all),
                        band(context, RecordKey.inCatalogue(school.id(), Kinds.SCHOOL_RECORD), FormKind.SCHOOL)));
    }

    /** The only network of this school, or a list of them. */
    private void networks(Context context) {
        ReplicaStatus now = site.status().get();
        if (now.circles().size() == 1) {
            context.redirect(Links.circle(now.circles().getFirst().id()));
            return;
        }
        Frame frame = site.reader().frame(context, now, Frame.Tab.NETWORKS, "network.title.many");
        site.show(context, "networks", new NetworksPage(frame, now.circles()));
    }

    private void network(Context context) {
        String id = context.pathParam("circle");
        ReplicaStatus now = site.status().get();
        ReplicaStatus.Circle circle = now.circles().stream()
                .filter(known -> known.id().toString().equals(id))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        Frame frame = site.reader().frame(context, now, Frame.Tab.NETWORKS, "network.title");
        site.show(context, "network", new NetworkPage(frame, circle, catalogue.schools()));
    }

    private void practice(Context context) {
        Listed<PracticeCard> practice =
                catalogue.practice(schoolId(context), recordId(context)).orElseThrow(() -> gone(context));
        Frame frame = site.frame(context, Frame.Tab.SEARCH, "practice");
        site.show(
                context,
                "practice",
                new PracticePage(frame, practice, band(context, practice.key(), FormKind.PRACTICE)));
    }

    private void resource(Context context) {
        Listed<ResourceCard> resource =
                catalogue.resource(schoolId(context), recordId(context)).orElseThrow(() -> gone(context));
        Timetable timetable =
                catalogue.availability(resource.key().school(), resource.key().record());
        Frame frame = site.frame(context, Frame.Tab.SEARCH, "resource");
        ZoneId zone = Wording.zoneOf(timetable.zone()).orElse(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean foreign = timetable.stated() && frame.words().isForeign(timetable.zone(), clock.instant());
        site.show(
                context,
                "resource",
                new ResourcePage(
                        frame,
                        resource,
                        timetable,
                        today,
                        foreign ? Optional.of(timetable.zone()) : Optional.empty(),
                        band(context, resource.key(), FormKind.RESOURCE)));
    }

    private void search(Context context) {
        Frame frame = site.frame(context, Frame.Tab.SEARCH, "search.title");
        SearchPage.Asked asked = asked(context);
        SearchPage page = asked.typed().isBlank()
                ? beforeTyping(frame, asked)
                : SearchPage.found(
                        frame,
                        asked,
                        finder.find(asked.typed(), asked.kind(), asked.from(), SearchPage.SIZE),
                        away(frame.words()));
        site.show(context, "search", page);
    }

    private SearchPage beforeTyping(Frame frame, SearchPage.Asked asked) {
        Page.Slice slice = new Page.Slice(asked.from(), SearchPage.SIZE);
        if (asked.kind().equals(Optional.of(Kinds.RESOURCE))) {
            return SearchPage.listed(frame, asked, catalogue.resources(ResourceQuery.ALL, slice), Kinds.RESOURCE);
        } else if (asked.kind().equals(Optional.of(Kinds.PRACTICE))) {
            return SearchPage.listed(frame, asked, catalogue.practices(PracticeQuery.ALL, slice), Kinds.PRACTICE);
        }
        PracticeQuery newest = PracticeQuery.ALL.ordered(PracticeQuery.Order.NEWEST);
        Page<Listed<PracticeCard>> practices = catalogue.practices(newest, new Page.Slice(0, NEWEST));
        boolean nothing = practices.total() == 0
                && catalogue.resources(ResourceQuery.ALL, Page.Slice.FIRST).total() == 0;
        return nothing
                ? SearchPage.nothing(frame, asked)
                : SearchPage.listed(frame, new SearchPage.Asked("", Optional.empty(), 0), practices, Kinds.PRACTICE);
    }

    private List<String> away(Wording words) {
        return catalogue.schools().stream()
                .filter(school -> !school.heard().self() && !school.heard().connected())
                .map(words::school)
                .toList();
    }

    private static SearchPage.Asked asked(Context context) {
        String typed = Optional.ofNullable(context.queryParam("q")).orElse("");
        Optional<Kind> kind = Optional.ofNullable(context.queryParam("kind"))
                .flatMap(code -> Finder.KINDS.stream()
                        .filter(known -> known.type().equals(code))
                        .findFirst());
        String from = Optional.ofNullable(context.queryParam("from")).orElse("");
        boolean number = from.matches("[0-9]{1,4}");
        return new SearchPage.Asked(typed, kind, number ? Integer.parseInt(from) : 0);
    }

    /** Why there is no such record: its school has erased it, or nothing is known of it. */
    private HttpResponseException gone(Context context) {
        RecordKey key = RecordKey.inCatalogue(schoolId(context), recordId(context));
        return catalogue
                        .version(key)
                        .filter(version -> version.verb() == Verb.ERASE)
                        .isPresent()
                ? new GoneResponse()
                : new NotFoundResponse();
    }

    /** How the people of the school change the record that is shown, if it is theirs. */
    private Band band(Context context, RecordKey key, FormKind kind) {
        Who who = Door.who(context);
        if (!key.school().equals(site.status().get().self())
                || catalogue.version(key).isEmpty()) {
            return Band.NONE;
        }
        String address = Links.own(key.record());
        boolean withdraws =
                DeskRights.mayPublish(who, kind) && kind.onlyRecord().isEmpty();
        return Band.own(
                DeskRights.mayWrite(who, kind) ? Optional.of(address + "/change") : Optional.empty(),
                kind == FormKind.RESOURCE && DeskRights.mayWrite(who, FormKind.AVAILABILITY)
                        ? Optional.of(address + "/time")
                        : Optional.empty(),
                withdraws ? Optional.of(address + "/withdraw") : Optional.empty());
    }

    private static SchoolId schoolId(Context context) {
        String id = context.pathParam("school");
        if (!id.matches("[0-9a-f]{64}")) {
            throw new NotFoundResponse();
        }
        return SchoolId.ofHex(id);
    }

    private static RecordId recordId(Context context) {
        String id = context.pathParam("record");
        if (!id.matches("[0-9a-f]{32}")) {
            throw new NotFoundResponse();
        }
        return RecordId.ofHex(id);
    }
}
