// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import jdk.net.ExtendedSocketOptions;
import org.gorizont.protocol.codec.RelayCodec;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Way;

/**
 * Keeps connections waiting at a relay, so that others can call this node there. One that is called goes to the peer port
 * with the first bytes that came, as if it had been accepted there, and another one takes its place.
 */
final class RelayWait implements AutoCloseable {
    /** Connections that wait: while one is being called, the other one can be. */
    static final int CONNECTIONS = 2;
    /** A caller can make this node open one connection in this time. */
    static final Duration BETWEEN = Duration.ofMillis(100);
    /** Pauses after failures double between these, and up to half of it is added at random. */
    static final Duration PAUSE_MIN = Duration.ofSeconds(1);

    static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    private static final int FIRST_BYTES = 2 * 1024;
    private static final int KEEPALIVE_SECONDS = 30;

    private final RelayEndpoint at;
    private final Optional<Endpoint> proxy;
    private final Duration patience;
    private final Called called;
    private final List<Thread> threads = new ArrayList<>();
    private final Set<SocketChannel> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<DialProblem>> problem = new AtomicReference<>(Optional.empty());
    private volatile boolean closed;

    /** Takes over a connection that was called. */
    interface Called {
        void adopt(SocketChannel channel, ByteBuffer first);
    }

    /** @param patience for the relay and the proxy to answer */
    RelayWait(RelayEndpoint at, Optional<Endpoint> proxy, Duration patience, Called called) {
        this.at = at;
        this.proxy = proxy;
        this.patience = patience;
        this.called = called;
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofVirtual().name("relay-wait").start(this::run));
        }
    }

    RelayState state() {
        int count = waiting.size();
        return new RelayState(at.relay(), count, count > 0 ? Optional.empty() : problem.get());
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    private void run() {
        Duration pause = PAUSE_MIN;
        while (!closed) {
            long began = System.nanoTime();
            boolean wasCalled = waitOnce();
            boolean waitedLong = System.nanoTime() - began > PAUSE_MAX.toNanos();
            if (wasCalled || waitedLong) {
                pause = PAUSE_MIN;
            }
            try {
                Thread.sleep(wasCalled ? BETWEEN : spread(pause));
            } catch (InterruptedException _) {
                return;
            }
            pause = pause.compareTo(PAUSE_MAX.dividedBy(2)) > 0 ? PAUSE_MAX : pause.multipliedBy(2);
        }
    }

    /** Waits with one connection; whether it was called. */
    private boolean waitOnce() {
        try {
            SocketChannel channel = ProxyTunnel.open(at.relay(), proxy, patience);
            boolean handedOver = false;
            try {
                ByteBuffer first = firstBytes(channel);
                handedOver = first.hasRemaining();
                if (handedOver) {
                    called.adopt(channel, first);
                }
                return handedOver;
            } finally {
                waiting.remove(channel);
                if (!handedOver) {
                    channel.close();
                }
            }
        } catch (IOException | RuntimeException e) {
            problem.set(Optional.of(DialProblems.of(e, new Way.Direct(at.relay()), proxy.isPresent())));
            return false;
        }
    }

    /** Blocks until somebody calls; empty when the relay has ended the connection. */
    private ByteBuffer firstBytes(SocketChannel channel) throws IOException {
        keepAlive(channel);
        channel.write(RelayCodec.preamble(new RelayPreamble(at.token(), true)).asBuffer());
        waiting.add(channel);
        ByteBuffer first = ByteBuffer.allocate(FIRST_BYTES);
        if (channel.read(first) < 0) {
            problem.set(Optional.of(DialProblem.CLOSED));
        }
        return first.flip();
    }

    /** A NAT forgets connections that say nothing, and nobody would notice. */
    private static void keepAlive(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEPALIVE_SECONDS);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEPALIVE_SECONDS / 3);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
        }
    }

    private static Duration spread(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1));
    }
}
