// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that take too long to ask, also those that send a byte now and then: the idle time of the server
 * would begin anew with each of them.
 */
final class SlowConnections extends AbstractLifeCycle implements Connection.Listener {
    private static final long LOOK_MILLIS = 500;

    private final ServerConnector connector;
    private final Duration patience;
    private final Map<Connection, Asked> open = new ConcurrentHashMap<>();

    SlowConnections(ServerConnector connector, Duration patience) {
        this.connector = connector;
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Asked(0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    @Override
    protected void doStart() {
        lookAgainLater();
    }

    private void lookAgainLater() {
        Scheduler scheduler = connector.getScheduler();
        Scheduler.Task _ = scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        for (Map.Entry<Connection, Asked> entry : open.entrySet()) {
            long requests = entry.getKey().getMessagesIn();
            if (requests != entry.getValue().requests()) {
                open.replace(entry.getKey(), new Asked(requests, now));
            } else if (now - entry.getValue().sinceNanos() > patience.toNanos()) {
                entry.getKey().close();
            }
        }
        if (isRunning() || isStarting()) {
            lookAgainLater();
        }
    }

    /** How often a connection has asked, and since when it has not. */
    private record Asked(long requests, long sinceNanos) {}
}
