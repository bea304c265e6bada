// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gorizont.node.accounts.OneTimeCode;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.setup.Setup;
import org.gorizont.node.setup.SetupAddress;
import org.gorizont.node.storage.DirectoryLock;
import org.gorizont.node.storage.StoreRefused;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.node.web.SetupServer;
import org.gorizont.node.web.WebPages;

/** The pages of a data directory without a school, and what has to be gone before its node starts. */
final class FirstStart implements AutoCloseable {
    private final Path data;
    private final DirectoryLock lock;
    private final SetupServer server;
    private final int port;
    private boolean closed;

    private FirstStart(Path data, DirectoryLock lock, SetupServer server) {
        this.data = data;
        this.lock = lock;
        this.server = server;
        this.port = server.port();
    }

    /**
     * Opens the pages, and writes down where they are.
     *
     * @param founded called once, when the school exists
     * @throws StoreRefused if another process has the data directory
     * @throws IOException if there are to be no pages, or a port or file cannot be had
     */
    static FirstStart open(Path data, NodeConfig config, OneTimeCode code, Runnable founded)
            throws StoreRefused, IOException {
        if (!config.web().enabled()) {
            throw new IOException("no school in " + data + ", and the settings switch the pages off:"
                    + " make one with `gorizont init`");
        }
        DirectoryLock lock = DirectoryLock.acquire(data);
        try {
            SetupServer server = serve(config.web().port(), sources(data, code, founded));
            FirstStart started = new FirstStart(data, lock, server);
            SetupAddress.write(data, server.page());
            return started;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Of the pages, also after their end. */
    int port() {
        return port;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            SetupAddress.remove(data);
        } catch (IOException e) {
            System.err.println("gorizont: while stopping: " + e);
        }
        server.close();
        try {
            lock.close();
        } catch (IOException e) {
            System.err.println("gorizont: while stopping: " + e);
        }
    }

    private static SetupServer.Sources sources(Path data, OneTimeCode code, Runnable founded) throws IOException {
        AtomicBoolean told = new AtomicBoolean();
        return new SetupServer.Sources(
                Setup.open(data),
                code,
                Vocabularies.in(data.resolve("vocabulary")),
                new SecureRandom(),
                sheet -> {
                    try {
                        NewSchool.make(data, sheet);
                    } catch (IdentityRefused e) {
                        throw new IOException(e);
                    }
                },
                () -> {
                    if (told.compareAndSet(false, true)) {
                        founded.run();
                    }
                });
    }

    private static SetupServer serve(int port, SetupServer.Sources sources) throws IOException {
        try {
            return SetupServer.start(WebPages.Settings.on("127.0.0.1", port), sources);
        } catch (JavalinBindException e) {
            throw new PortTaken("web", port, e);
        }
    }
}
