// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.nearby;

import java.io.IOException;
import java.net.Inet4Address;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceListener;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.model.SchoolId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces this node in its building and passes on what others announce. What was found is told again once a minute: whoever
 * is no member now may be one then. Networks come and go with cables and Wi-Fi, so they are looked at as often. Without any,
 * nothing happens; what goes wrong here stops nothing else.
 */
public final class Neighbourhood implements AutoCloseable {
    /** Schools that are remembered at a time; what further ones announce is not heard. */
    static final int SCHOOLS = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Neighbourhood.class);
    private static final int LOOK_SECONDS = 60;
    private static final int CLOSE_SECONDS = 1;

    private final SchoolId self;
    private final int port;
    private final Callable<List<Inet4Address>> networks;
    private final Consumer<Input.Nearby> found;
    private final Map<Inet4Address, JmDNS> open = new HashMap<>();
    private final Map<String, Input.Nearby> known = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gorizont-nearby").daemon().factory());

    private Neighbourhood(
            SchoolId self, int port, Callable<List<Inet4Address>> networks, Consumer<Input.Nearby> found) {
        this.self = self;
        this.port = port;
        this.networks = networks;
        this.found = found;
    }

    /**
     * Begins; returns at once.
     *
     * @param host that the node listens on
     * @param found hears of schools, again and again, on any thread
     */
    public static Neighbourhood open(SchoolId self, String host, int port, Consumer<Input.Nearby> found) {
        Neighbourhood opened = new Neighbourhood(self, port, () -> Networks.of(host), found);
        Future<?> _ = opened.thread.scheduleWithFixedDelay(opened::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        return opened;
    }

    /** Says goodbye, but not for long: others forget by themselves who does not answer. */
    @Override
    public void close() {
        thread.execute(() -> open.values().forEach(Neighbourhood::close));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            List<Inet4Address> now = networks.call();
            for (Iterator<Map.Entry<Inet4Address, JmDNS>> it = open.entrySet().iterator(); it.hasNext(); ) {
                Map.Entry<Inet4Address, JmDNS> network = it.next();
                if (!now.contains(network.getKey())) {
                    it.remove();
                    close(network.getValue());
                }
            }
            for (Inet4Address network : now) {
                if (!open.containsKey(network)) {
                    open.put(network, join(network));
                }
            }
            known.values().forEach(found);
        } catch (Exception e) {
            // Looked at again in a minute: a network that has just gone, or a port that another program keeps to
            // itself.
            LOG.debug("no other school can be found in this building now", e);
        }
    }

    private JmDNS join(Inet4Address network) throws IOException {
        JmDNS joined = JmDNS.create(network, Announcement.name(self));
        joined.addServiceListener(Announcement.TYPE, new Listener(joined));
        joined.registerService(Announcement.of(self, port));
        return joined;
    }

    private void heard(String name, Input.Nearby hint) {
        if (!hint.school().equals(self) && (known.containsKey(name) || known.size() < SCHOOLS)) {
            known.put(name, hint);
            found.accept(hint);
        }
    }

    private static void close(JmDNS network) {
        try {
            network.close();
        } catch (IOException e) {
            LOG.debug("a network could not be left", e);
        }
    }

    /** Hears on threads of the library. */
    private final class Listener implements ServiceListener {
        private final JmDNS network;

        Listener(JmDNS network) {
            this.network = network;
        }

        @Override
        public void serviceAdded(ServiceEvent event) {
            network.requestServiceInfo(event.getType(), event.getName());
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            known.remove(event.getName());
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            Announcement.read(event.getInfo()).ifPresent(hint -> heard(event.getName(), hint));
        }
    }
}
