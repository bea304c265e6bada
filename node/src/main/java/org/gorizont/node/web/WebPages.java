// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gorizont.node.accounts.People;
import org.gorizont.node.bells.BellsFile;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.drafting.Handover;
import org.gorizont.node.lan.LanIdentity;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.search.Finder;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.core.ReplicaStatus;

/**
 * The web server of the pages. It listens on this machine, and over TLS for other computers of the school once somebody has
 * opened it to them; its limits keep a browser, or what pretends to be one, from
 * harming the node.
 */
public final class WebPages implements AutoCloseable {
    /** Longest request line and headers together; a longer one is answered with 431. */
    public static final int HEADER_BYTES = 8 * 1024;
    /** Longest form; a longer one is answered with 413. */
    public static final long BODY_BYTES = 1L << 20;
    /** Connections at a time; further ones wait until one ends. */
    public static final int CONNECTIONS = 64;
    /** A connection that has not asked wholly by then is closed. */
    public static final Duration HEADER_TIME = Duration.ofSeconds(10);

    private final PageServer server;
    private final List<Route> routes;

    private WebPages(PageServer server, List<Route> routes) {
        this.server = server;
        this.routes = routes;
    }

    /**
     * Where the pages are served.
     *
     * @param host a loopback address or name; anything else would need TLS and is refused
     * @param port 0 for any free one
     * @param moreHosts further values of the Host header under which they are asked for, in lower case with port
     * @param lan where other computers of the school find them; empty: nowhere
     */
    public record Settings(String host, int port, Set<String> moreHosts, Optional<Lan> lan) {
        public Settings {
            moreHosts = Set.copyOf(moreHosts);
        }

        public static Settings on(String host, int port) {
            return new Settings(host, port, Set.of(), Optional.empty());
        }
    }

    /**
     * The pages for other computers of the school, over TLS.
     *
     * @param host address of this machine to listen on
     * @param names under which they are asked for, in lower case
     */
    public record Lan(String host, int port, List<String> names, LanIdentity identity) {
        public Lan {
            names = List.copyOf(names);
        }
    }

    /**
     * What pages are made of.
     *
     * @param status asked once a page, from any thread; should not take longer than a few milliseconds
     */
    public record Sources(
            Catalogue catalogue,
            Finder finder,
            Supplier<ReplicaStatus> status,
            Vocabularies vocabularies,
            InstantSource clock,
            People people,
            Desk desk,
            BellsFile bells,
            Publisher publisher,
            Upkeep upkeep,
            Vitals vitals,
            Beginning beginning) {}

    /**
     * Starts serving.
     *
     * @throws IllegalArgumentException if the host is not of this machine alone
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static WebPages start(Settings settings, Sources sources) {
        StaticFiles files = new StaticFiles();
        People people = sources.people();
        Site site = new Site(
                people,
                new Notes(people.history()),
                new Reader(
                        school -> sources.catalogue().school(school).flatMap(view -> view.card()),
                        sources.vocabularies(),
                        sources.vitals().store()),
                new Templates(files.version()),
                sources.status());
        Door door = new Door(people.accounts(), people.sessions());
        Handover handover = new Handover(sources.desk(), people.notices());
        EntrancePages entrance = new EntrancePages(site, door);
        List<Route> routes = Stream.of(
                        new HelpPages(site.reader(), site.templates()).routes(),
                        new Pages(site, sources).routes(),
                        entrance.routes(),
                        new AccountPages(site, door, handover).routes(),
                        new HandoverPages(site, handover).routes(),
                        own(site, sources),
                        beginning(site, sources),
                        new VitalsPages(sources.vitals()).routes(),
                        new TrustPages(site, settings.lan()).routes(),
                        List.of(Route.open(Route.Method.GET, "/static/{name}", files::serve)))
                .flatMap(List::stream)
                .toList();
        PageServer.Guard guard = (context, route) -> door.pass(context, route, entrance);
        PageServer server = PageServer.start(
                settings, new PageServer.Parts(routes, guard, site.reader(), site.templates(), () -> {}));
        return new WebPages(server, routes);
    }

    /** Everything that can be asked of these pages. */
    List<Route> routes() {
        return routes;
    }

    /** The address of the first page. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }

    private static List<Route> beginning(Site site, Sources sources) {
        OwnRecords own = new OwnRecords(sources.catalogue(), sources.publisher());
        Beginning steps = sources.beginning();
        return Stream.of(
                        new BeginPages(site, steps, sources.catalogue(), own).routes(),
                        new CardSteps(steps.setup(), site.reader(), site.templates()).routes(),
                        new FirstPublishing(site, steps.setup(), sources.desk(), own).routes(),
                        new NetworkSteps(site, steps).routes(),
                        new BackupSteps(site, steps).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What concerns the school itself. The address of publishing comes before those of drafts, which it looks like. */
    private static List<Route> own(Site site, Sources sources) {
        OwnRecords own = new OwnRecords(sources.catalogue(), sources.publisher());
        Desk desk = sources.desk();
        DeskPages desks = new DeskPages(site, desk, own);
        WeekForm weeks = new WeekForm(own, sources.bells(), sources.clock());
        return Stream.of(
                        new HomePages(site, own, sources).routes(),
                        new PublishPages(site, desk, own).routes(),
                        new ImportPages(site, desk, own, sources.vocabularies()).routes(),
                        desks.routes(),
                        new SheetPages(site, desk, own, weeks).routes(),
                        new BellsPages(site, sources.bells(), own).routes(),
                        new PreviewPages(site, desk, own).routes(),
                        new OwnPages(site, desk, own, desks).routes())
                .flatMap(List::stream)
                .toList();
    }
}
