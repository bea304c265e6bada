// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.HomePage;
import org.gorizont.node.web.page.Who;
import org.gorizont.protocol.core.ReplicaStatus;

/** «Главная»: where everybody comes in. */
final class HomePages {
    private final Site site;
    private final Catalogue catalogue;
    private final Duties duties;
    private final FirstSteps steps;
    private final NoticePages notices;
    private final InstantSource clock;

    HomePages(Site site, OwnRecords own, WebPages.Sources sources) {
        this.site = site;
        this.catalogue = sources.catalogue();
        this.duties = new Duties(site.people().accounts(), sources.desk(), sources.upkeep());
        this.steps = new FirstSteps(site.people().accounts(), sources.catalogue(), sources.upkeep());
        this.notices = new NoticePages(site, own);
        this.clock = sources.clock();
    }

    List<Route> routes() {
        return Stream.concat(Stream.of(Route.get("/", Right.READ, this::home)), notices.routes().stream())
                .toList();
    }

    private void home(Context context) {
        Who who = Door.who(context);
        ReplicaStatus now = site.status().get();
        Frame frame = site.frame(context, Frame.Tab.HOME, "home.title");
        site.show(
                context,
                "home",
                new HomePage(
                        frame,
                        notices.lines(frame),
                        duties.of(who, now, frame.words(), clock.instant()),
                        steps.of(who, now, frame.words()),
                        catalogue.news(HomePage.NEWS, HomePage.NEWS_OF_SCHOOL)));
    }
}
