// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.node.accounts.OneTimeCode;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.setup.Setup;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.node.web.page.Links;
import org.gorizont.protocol.identity.RecoverySheet;

/**
 * The pages of a data directory without a school, on this machine only: the first start as far as the recovery sheet. When
 * that was read back the school is made, and the pages of its node take over at the same address.
 */
public final class SetupServer implements AutoCloseable {
    private final PageServer server;
    private final OneTimeCode code;
    private final List<Route> routes;

    private SetupServer(PageServer server, OneTimeCode code, List<Route> routes) {
        this.server = server;
        this.code = code;
        this.routes = routes;
    }

    /** Port: makes the school of a sheet that was read back. */
    @FunctionalInterface
    public interface Founding {
        /** @throws IOException if nothing was made */
        void found(RecoverySheet sheet) throws IOException;
    }

    /**
     * What the pages are made of.
     *
     * @param code with which whoever starts the program comes in
     * @param founded the school is made, and whoever made it has the answer: these pages may end
     */
    public record Sources(
            Setup setup,
            OneTimeCode code,
            Vocabularies vocabularies,
            SecureRandom random,
            Founding founding,
            Runnable founded) {}

    /**
     * Starts serving.
     *
     * @throws IllegalArgumentException if the host is not of this machine alone
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static SetupServer start(WebPages.Settings settings, Sources sources) {
        StaticFiles files = new StaticFiles();
        Reader reader = new Reader(_ -> Optional.empty(), sources.vocabularies(), () -> StoreHealth.WELL);
        Templates templates = new Templates(files.version());
        SetupDoor door = new SetupDoor(sources.code(), sources.random());
        SetupPages pages = new SetupPages(sources, door, reader, templates);
        List<Route> routes = Stream.of(
                        pages.routes(),
                        new HelpPages(reader, templates).routes(),
                        new CardSteps(sources.setup(), reader, templates).routes(),
                        List.of(Route.open(Route.Method.GET, "/static/{name}", files::serve)))
                .flatMap(List::stream)
                .toList();
        PageServer.Guard guard = (context, route) -> door.pass(context, route, pages::showOutside);
        Runnable answered = () -> {
            if (pages.isFounded()) {
                sources.founded().run();
            }
        };
        return new SetupServer(
                PageServer.start(settings, new PageServer.Parts(routes, guard, reader, templates, answered)),
                sources.code(),
                routes);
    }

    /** Everything that can be asked of these pages. */
    List<Route> routes() {
        return routes;
    }

    /** The address that opens the first start, with the code. */
    public URI page() {
        return server.address().resolve(Links.begin(code.grouped()));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
