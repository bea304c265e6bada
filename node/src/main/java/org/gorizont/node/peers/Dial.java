// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.grpc.ClientCall;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSession;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Way;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to reach a school, and the wire that comes of it. The peer's first answer decides: with it the key is
 * known and the link opens; if the call ends before, the dial has failed.
 */
final class Dial extends ClientCall.Listener<byte[]> implements Wire {
    private final Way way;
    private final boolean proxied;
    private final Links links;
    private final ManagedChannel channel;
    private final ClientCall<byte[], byte[]> call;
    private final Meter meter;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile @Nullable Link link;
    /** Guarded by this: gRPC throws when something is said in a cancelled call. */
    private boolean aborted;

    Dial(Way way, boolean proxied, Links links, ManagedChannel channel, ClientCall<byte[], byte[]> call, Meter meter) {
        this.way = way;
        this.proxied = proxied;
        this.links = links;
        this.channel = channel;
        this.call = call;
        this.meter = meter;
    }

    void start() {
        call.start(this, new Metadata());
    }

    /** Time is up, unless the peer has answered. */
    void giveUp() {
        if (!answered.get()) {
            abort();
        }
    }

    @Override
    public void onHeaders(Metadata headers) {
        SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        Optional<PublicKey> key = session == null ? Optional.empty() : PeerKeys.of(session);
        Optional<Link> opened = key.flatMap(proven -> links.open(this, proven, Optional.of(way), meter));
        if (opened.isEmpty()) {
            abort();
        } else if (answered.compareAndSet(false, true)) {
            link = opened.get();
            opened.get().begin();
        }
    }

    @Override
    public void onMessage(byte[] frame) {
        Link standing = link;
        if (standing != null) {
            standing.received(frame);
        }
    }

    @Override
    public void onReady() {
        Link standing = link;
        if (standing != null) {
            standing.ready();
        }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        Link standing = link;
        if (standing != null) {
            standing.end();
        } else if (answered.compareAndSet(false, true)) {
            links.dialFailed(way, problem(status));
        }
        channel.shutdownNow();
    }

    /** What this side itself has ended took too long. */
    private DialProblem problem(Status status) {
        return status.getCode() == Status.Code.CANCELLED
                ? DialProblem.TIMEOUT
                : DialProblems.of(status.getCause(), way, proxied);
    }

    @Override
    public boolean isReady() {
        return call.isReady();
    }

    @Override
    public synchronized void send(byte[] frame) {
        if (!aborted) {
            call.sendMessage(frame);
        }
    }

    @Override
    public void request(int frames) {
        call.request(frames);
    }

    @Override
    public synchronized void finish() {
        if (!aborted) {
            call.halfClose();
        }
    }

    @Override
    public synchronized void abort() {
        aborted = true;
        call.cancel("given up", null);
    }

    @Override
    public void greeted() {
        // Whoever was dialled takes no stranger's place.
    }
}
