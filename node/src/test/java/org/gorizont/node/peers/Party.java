// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Input.FrameReceived;
import org.gorizont.protocol.core.Input.PeerConnected;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Way;

/** A node without a replica: its links, and all inputs that they gave. Says Hello to whoever connects, if it is polite. */
final class Party implements AutoCloseable {
    /** For conditions; long, so that a slow machine does not fail a test. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The limits of a real node, and much patience. */
    static final PeerLimits LIMITS = PeerLimits.DEFAULTS.withTimes(PeerTimes.DEFAULTS
            .withHandshake(PATIENCE)
            .withDial(PATIENCE)
            .withHello(PATIENCE)
            .withNoProgress(PATIENCE));

    final PeerTls tls;
    final Links links;
    final List<Input> inputs = new CopyOnWriteArrayList<>();
    final Endpoint endpoint;
    private volatile boolean busy;

    Party(PeerTls tls, PeerLimits limits, Optional<Endpoint> proxy) {
        this.tls = tls;
        this.links = new Links(tls, limits, proxy, this::take);
        try {
            int port = links.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            this.endpoint = new Endpoint("127.0.0.1", port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    static Party with(PeerLimits limits) {
        return new Party(Certificates.selfSigned(Certificates.ed25519()), limits, Optional.empty());
    }

    static Party with(PeerTls tls) {
        return new Party(tls, LIMITS, Optional.empty());
    }

    static Party honest() {
        return with(LIMITS);
    }

    PublicKey key() {
        return Certificates.keyOf(tls);
    }

    Way way() {
        return new Way.Direct(endpoint);
    }

    int port() {
        return endpoint.port();
    }

    Traffic traffic(LinkId link) {
        return Objects.requireNonNull(links.traffic().get(link));
    }

    /** From now on takes frames without asking for more. */
    void becomeBusy() {
        busy = true;
    }

    /** Asks again, also for what it has taken meanwhile. */
    void becomeFree() {
        busy = false;
        inputs.forEach(links::taken);
    }

    PeerConnected dials(Party other) {
        links.dial(other.way(), Optional.of(other.key()));
        return await(PeerConnected.class);
    }

    <T extends Input> T await(Class<T> type) {
        return await(type, 1).getFirst();
    }

    <T extends Input> List<T> await(Class<T> type, int count) {
        until(() -> all(type).size() >= count);
        return all(type);
    }

    <T extends Input> List<T> all(Class<T> type) {
        return inputs.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Frame> frames() {
        return all(FrameReceived.class).stream().map(FrameReceived::frame).toList();
    }

    void awaitFrame(Frame frame) {
        until(() -> frames().contains(frame));
    }

    /** The link that was first. */
    LinkId firstLink() {
        return await(PeerConnected.class).link();
    }

    private boolean take(Input input) {
        inputs.add(input);
        if (!busy) {
            links.taken(input);
        }
        return true;
    }

    @Override
    public void close() {
        links.close();
    }
}
