// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.Javalin;
import io.javalin.config.MultipartConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.gorizont.node.accounts.People;
import org.gorizont.node.bells.BellsFile;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.drafting.Handover;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.search.Finder;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.ProblemPage;
import org.gorizont.protocol.core.ReplicaStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web server of the pages. It listens on this machine only; its limits keep a browser, or what pretends to be one, from
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

    private static final Logger LOG = LoggerFactory.getLogger(WebPages.class);

    private final Javalin javalin;
    private final String host;
    private final List<Route> routes;

    private WebPages(Javalin javalin, String host, List<Route> routes) {
        this.javalin = javalin;
        this.host = host;
        this.routes = routes;
    }

    /**
     * Where the pages are served.
     *
     * @param host a loopback address or name; anything else would need TLS and is refused
     * @param port 0 for any free one
     * @param moreHosts further values of the Host header under which they are asked for, in lower case with port
     */
    public record Settings(String host, int port, Set<String> moreHosts) {
        public Settings {
            moreHosts = Set.copyOf(moreHosts);
        }

        public static Settings on(String host, int port) {
            return new Settings(host, port, Set.of());
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
            Vitals vitals) {}

    /**
     * Starts serving.
     *
     * @throws IllegalArgumentException if the host is not of this machine alone
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static WebPages start(Settings settings, Sources sources) {
        refuseOtherMachines(settings.host());
        StaticFiles files = new StaticFiles();
        People people = sources.people();
        Site site = new Site(
                people,
                new Notes(people.history()),
                new Reader(
                        sources.catalogue(),
                        sources.vocabularies(),
                        sources.vitals().store()),
                new Templates(files.version()),
                sources.status());
        Door door = new Door(people.accounts(), people.sessions());
        Handover handover = new Handover(sources.desk(), people.notices());
        EntrancePages entrance = new EntrancePages(site, door);
        List<Route> routes = Stream.of(
                        new HelpPages(site).routes(),
                        new Pages(site, sources).routes(),
                        entrance.routes(),
                        new AccountPages(site, door, handover).routes(),
                        new HandoverPages(site, handover).routes(),
                        own(site, sources),
                        new VitalsPages(sources.vitals()).routes(),
                        List.of(Route.open(Route.Method.GET, "/static/{name}", files::serve)))
                .flatMap(List::stream)
                .toList();
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.http.generateEtags = false;
            config.http.maxRequestSize = BODY_BYTES;
            inMemory(config.jetty.multipartConfig);
            config.jetty.modifyServer(server -> {
                server.setHandler(new Gate(new Hosts(settings), new Doors(routes)));
                server.setErrorHandler(new PlainErrors());
            });
            config.jetty.addConnector((server, http) -> connector(server, http, settings));
            routes.forEach(route -> register(config.routes, route, door, entrance));
            config.routes.exception(HttpResponseException.class, (e, context) -> problem(context, e.getStatus(), site));
            config.routes.exception(Exception.class, (e, context) -> {
                LOG.error("A page could not be shown: {}", context.path(), e);
                problem(context, 503, site);
            });
        });
        javalin.start();
        return new WebPages(javalin, settings.host(), routes);
    }

    /** Everything that can be asked of these pages. */
    List<Route> routes() {
        return routes;
    }

    /** The address of the first page. */
    public URI address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + javalin.port() + "/");
    }

    @Override
    public void close() {
        javalin.stop();
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

    /** A table holds names of things of the school; it is read from memory, so that no copy stays on the disk. */
    private static void inMemory(MultipartConfig multipart) {
        int most = Math.toIntExact(ImportPages.UPLOAD_BYTES);
        multipart.maxTotalRequestSize(most, SizeUnit.BYTES);
        multipart.maxFileSize(most, SizeUnit.BYTES);
        multipart.maxInMemoryFileSize(most, SizeUnit.BYTES);
    }

    private static void register(RoutesConfig config, Route route, Door door, EntrancePages entrance) {
        Handler handler = context -> door.pass(context, route, entrance);
        switch (route.method()) {
            case GET -> config.get(route.path(), handler);
            case POST -> config.post(route.path(), handler);
        }
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, Settings settings) {
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setRelativeRedirectAllowed(true);
        // The gate looks at the path as it was sent and lets nothing through that would have to be decoded.
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(HEADER_TIME.toMillis());
        connector.addBean(new SlowConnections(connector, HEADER_TIME));
        connector.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        return connector;
    }

    private static void problem(Context context, int status, Site site) {
        int shown = ProblemPage.KNOWN.contains(status) ? status : ProblemPage.OTHER;
        Frame frame = site.reader().frameWithoutStatus(context, "problem." + shown + ".title");
        context.status(shown);
        site.show(context, "problem", new ProblemPage(frame, shown));
    }

    static void refuseOtherMachines(String host) {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new IllegalArgumentException("pages are served on this machine only, not on " + host);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no such host: " + host, e);
        }
    }
}
