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
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.ProblemPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves routes, on this machine and where {@link LanConnector} lets others in: behind the gate, with bounds on everything that somebody may send. */
final class PageServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);

    private final Javalin javalin;
    private final String host;

    private PageServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /** Who may: lets a request through to its route, or answers it otherwise. */
    @FunctionalInterface
    interface Guard {
        void pass(Context context, Route route) throws Exception;
    }

    /**
     * What is served.
     *
     * @param reader of whoever is told of a failure
     * @param answered called after each answer has left
     */
    record Parts(List<Route> routes, Guard guard, Reader reader, Templates templates, Runnable answered) {}

    /**
     * Starts serving.
     *
     * @throws IllegalArgumentException if the host is not of this machine alone
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    static PageServer start(WebPages.Settings settings, Parts parts) {
        refuseOtherMachines(settings.host());
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.http.generateEtags = false;
            config.http.maxRequestSize = WebPages.BODY_BYTES;
            inMemory(config.jetty.multipartConfig);
            config.jetty.modifyServer(server -> {
                server.setHandler(new Answered(new Gate(new Hosts(settings), new Doors(parts.routes)), parts.answered));
                server.setErrorHandler(new PlainErrors());
            });
            config.jetty.addConnector((server, http) -> connector(server, http, settings));
            settings.lan()
                    .ifPresent(lan -> config.jetty.addConnector((server, http) -> LanConnector.of(server, http, lan)));
            parts.routes.forEach(route -> register(config.routes, route, parts.guard));
            config.routes.exception(
                    HttpResponseException.class, (e, context) -> problem(context, e.getStatus(), parts));
            config.routes.exception(Exception.class, (e, context) -> {
                LOG.error("A page could not be shown: {}", context.path(), e);
                problem(context, ProblemPage.OTHER, parts);
            });
        });
        javalin.start();
        return new PageServer(javalin, settings.host());
    }

    /** The address of the first page. */
    URI address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + javalin.port() + "/");
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    /** Tells when an answer has left. */
    private static final class Answered extends org.eclipse.jetty.server.Handler.Wrapper {
        private final Runnable told;

        Answered(org.eclipse.jetty.server.Handler inner, Runnable told) {
            super(inner);
            this.told = told;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Request.addCompletionListener(request, _ -> told.run());
            return super.handle(request, response, callback);
        }
    }

    /** A table holds names of things of the school; it is read from memory, so that no copy stays on the disk. */
    private static void inMemory(MultipartConfig multipart) {
        int most = Math.toIntExact(ImportPages.UPLOAD_BYTES);
        multipart.maxTotalRequestSize(most, SizeUnit.BYTES);
        multipart.maxFileSize(most, SizeUnit.BYTES);
        multipart.maxInMemoryFileSize(most, SizeUnit.BYTES);
    }

    private static void register(RoutesConfig config, Route route, Guard guard) {
        Handler handler = context -> guard.pass(context, route);
        switch (route.method()) {
            case GET -> config.get(route.path(), handler);
            case POST -> config.post(route.path(), handler);
        }
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, WebPages.Settings settings) {
        http.setRequestHeaderSize(WebPages.HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setRelativeRedirectAllowed(true);
        // The gate looks at the path as it was sent and lets nothing through that would have to be decoded.
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        limit(connector);
        return connector;
    }

    /** What one who connects may take. */
    static void limit(ServerConnector connector) {
        connector.setIdleTimeout(WebPages.HEADER_TIME.toMillis());
        connector.addBean(new SlowConnections(connector, WebPages.HEADER_TIME));
        connector.addBean(new NetworkConnectionLimit(WebPages.CONNECTIONS, connector));
    }

    private static void problem(Context context, int status, Parts parts) {
        int shown = ProblemPage.KNOWN.contains(status) ? status : ProblemPage.OTHER;
        Frame frame = parts.reader.frameWithoutStatus(context, "problem." + shown + ".title");
        context.status(shown);
        parts.templates.show(context, "problem", new ProblemPage(frame, shown));
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
