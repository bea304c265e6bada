// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Input.DialFailed;
import org.gorizont.protocol.core.Input.FrameReceived;
import org.gorizont.protocol.core.Input.FrameUnreadable;
import org.gorizont.protocol.core.Input.PeerConnected;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Way;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * All connections to other nodes: carries out {@link Effect.Send}, {@link Effect.Dial} and {@link Effect.Disconnect}, and
 * gives back what happens as inputs. Nothing here blocks but {@link #listen} and {@link #close}; all methods are safe for
 * all threads.
 *
 * <p>The loop must call {@link #taken} for every input it has handled: a link asks its peer for more only then.
 */
public final class Links implements AutoCloseable {
    private static final int THREADS = 2;
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Links.class);
    /** gRPC logs stack traces of what strangers send. Held here, since the logging of the JDK forgets unheld loggers. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    static {
        GRPC.setLevel(Level.SEVERE);
    }

    private final PeerTls tls;
    private final PeerLimits limits;
    private final Optional<Endpoint> proxy;
    private final EventLoopGroup threads;
    private final ScheduledExecutorService clock;
    private final Dialler dialler;
    private final Link.Surroundings around;
    private final InputSink sink;
    private final Wakeable failing;
    private final SortedMap<LinkId, Link> links = new ConcurrentSkipListMap<>();
    private final Queue<Input> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastNumber = new AtomicLong();
    /** Held for a moment only: threads of the transport wait for it, so nothing that waits for them may run under it. */
    private final Object change = new Object();

    private Traffic past = Traffic.NONE;
    private final AtomicBoolean listening = new AtomicBoolean();
    private volatile @Nullable PeerPort port;
    private volatile @Nullable RelayWait wait;
    private volatile boolean closed;

    /** @param proxy an HTTP CONNECT proxy for all that is dialled */
    public Links(PeerTls tls, PeerLimits limits, Optional<Endpoint> proxy, InputSink sink) {
        Executor virtual = task -> Thread.ofVirtual().name("link").start(task);
        this.tls = tls;
        this.limits = limits;
        this.proxy = proxy;
        this.threads = new MultiThreadIoEventLoopGroup(
                THREADS, new DefaultThreadFactory("peers", true), NioIoHandler.newFactory());
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("peers-clock").factory());
        this.dialler = new Dialler(tls, proxy, threads, virtual);
        this.sink = sink;
        this.failing = new Wakeable(virtual, this::offerFailures);
        this.around = new Link.Surroundings(sink, limits, virtual, System::nanoTime);
        long tickNanos = limits.times().tick().toNanos();
        var _ = clock.scheduleWithFixedDelay(this::tick, tickNanos, tickNanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Begins to accept connections. Once at most.
     *
     * @param address port 0 takes a free one
     * @return the port
     * @throws IOException if the address cannot be listened at
     */
    public int listen(InetSocketAddress address) throws IOException {
        if (closed || !listening.compareAndSet(false, true)) {
            throw new IllegalStateException("the peer port was open before");
        }
        PeerPort opened = new PeerPort(address, tls, limits, threads, this);
        port = opened;
        return opened.port();
    }

    /**
     * Waits at a relay from now on, so that others can call this node there. Only after {@link #listen}, once at most.
     */
    public void waitAt(RelayEndpoint relay) {
        PeerPort door = port;
        if (door == null || wait != null) {
            throw new IllegalStateException("one relay at most, and not before the peer port is open");
        }
        wait = new RelayWait(relay, proxy, limits.times().dial(), door::adopt);
    }

    /** How waiting at a relay goes; empty when none is set. */
    public Optional<RelayState> relay() {
        return Optional.ofNullable(wait).map(RelayWait::state);
    }

    /** Queues a frame; see {@link Link#send}. Nothing happens when the link is gone. */
    public void send(LinkId link, Frame frame) {
        find(link).ifPresent(found -> found.send(frame));
    }

    /** Says goodbye and closes; {@link Input.PeerGone} follows. Nothing happens when the link is gone. */
    public void disconnect(LinkId link, Reason reason, String text) {
        find(link).ifPresent(found -> found.close(reason, text));
    }

    /**
     * Opens a connection; {@link PeerConnected} or {@link DialFailed} follows.
     *
     * @param expected the only key to accept; if empty, any Ed25519 key
     */
    public void dial(Way way, Optional<PublicKey> expected) {
        if (closed || links.size() >= limits.links()) {
            dialFailed(way, DialProblem.TOO_MANY);
            return;
        }
        try {
            Dial dial = dialler.dial(way, expected, this);
            var _ = clock.schedule(dial::giveUp, limits.times().dial().toNanos(), TimeUnit.NANOSECONDS);
            dial.start();
        } catch (IllegalArgumentException e) {
            dialFailed(way, DialProblem.UNKNOWN_HOST);
        } catch (RejectedExecutionException e) {
            dialFailed(way, DialProblem.OTHER);
        }
    }

    /** The loop has handled this input; if it was a frame, its peer may send more. */
    public void taken(Input input) {
        if (input instanceof FrameReceived received) {
            find(received.link()).ifPresent(Link::taken);
        } else if (input instanceof FrameUnreadable unreadable) {
            find(unreadable.link()).ifPresent(Link::taken);
        }
    }

    /** What went over each link that stands, ascending. */
    public SortedMap<LinkId, Traffic> traffic() {
        SortedMap<LinkId, Traffic> traffic = new TreeMap<>();
        links.forEach((id, link) -> traffic.put(id, link.traffic()));
        return traffic;
    }

    /** What went over all links since the start. */
    public Traffic totalTraffic() {
        synchronized (change) {
            return links.values().stream().map(Link::traffic).reduce(past, Traffic::plus);
        }
    }

    /** Says goodbye on every link, waits for it within {@link PeerTimes#linger}, and closes all. */
    @Override
    public void close() {
        closed = true;
        RelayWait waiting = wait;
        if (waiting != null) {
            waiting.close();
        }
        links.values().forEach(link -> link.close(Reason.STOPPING, "the node stops"));
        awaitEnds();
        PeerPort opened = port;
        if (opened != null) {
            opened.close();
        }
        clock.shutdownNow();
        var _ = threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** A stream stands; empty when there are too many. */
    Optional<Link> open(Wire wire, PublicKey key, Optional<Way> dialled, Meter meter) {
        synchronized (change) {
            if (closed || links.size() >= limits.links()) {
                return Optional.empty();
            }
            LinkId id = new LinkId(lastNumber.incrementAndGet());
            Link link = new Link(new PeerConnected(id, key, dialled), wire, meter, around, this::ended, this::reported);
            links.put(id, link);
            return Optional.of(link);
        }
    }

    void dialFailed(Way way, DialProblem problem) {
        failures.add(new DialFailed(way, problem));
        failing.wake();
    }

    private Optional<Link> find(LinkId link) {
        return Optional.ofNullable(links.get(link));
    }

    private void ended() {
        synchronized (change) {
            change.notifyAll();
        }
    }

    private void reported(Link link) {
        synchronized (change) {
            if (links.remove(link.id(), link)) {
                past = past.plus(link.traffic());
            }
        }
    }

    private void offerFailures() {
        Input failure = failures.peek();
        while (failure != null && sink.offer(failure)) {
            failures.remove();
            failure = failures.peek();
        }
    }

    private void awaitEnds() {
        long end = System.nanoTime() + limits.times().linger().toNanos();
        synchronized (change) {
            long left = end - System.nanoTime();
            while (left > 0 && !links.values().stream().allMatch(Link::hasEnded)) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(change, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = end - System.nanoTime();
            }
        }
    }

    /** A fault in one link must not stop the clock of the others. */
    private void check(Link link) {
        try {
            link.check();
        } catch (RuntimeException e) {
            LOG.error("{} is cut, since looking at it failed", link.id(), e);
            link.cut();
        }
    }

    private void tick() {
        failing.wake();
        links.values().forEach(this::check);
    }
}
