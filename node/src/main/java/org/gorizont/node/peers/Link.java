// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Input.FrameReceived;
import org.gorizont.protocol.core.Input.FrameUnreadable;
import org.gorizont.protocol.core.Input.PeerConnected;
import org.gorizont.protocol.core.Input.PeerGone;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.frame.Receipts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream of frames with one peer, alike for who dialled. Gives the sink one {@link PeerConnected}, then what arrives,
 * in order, then one {@link PeerGone}.
 *
 * <ul>
 *   <li>Out: a bounded {@link Outbox}, emptied while the wire is ready, by one task at a time.
 *   <li>In: {@link Demand} holds a peer back that is too far ahead of the loop, it alone.
 *   <li>Ends: by {@link #close} with a Goodbye, by the peer, or by {@link #check} when time runs out.
 * </ul>
 *
 * Safe for all threads; nothing blocks.
 */
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final PeerConnected connected;
    private final Wire wire;
    private final InputSink sink;
    private final PeerTimes times;
    private final Meter meter;
    private final LongSupplier nanoTime;
    private final Runnable onEnd;
    private final Consumer<Link> onReported;

    private final Outbox outbox;
    private final Demand demand = new Demand();
    private final Queue<byte[]> inbox = new ConcurrentLinkedQueue<>();
    private final Wakeable outbound;
    private final Wakeable inbound;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long begunAt;
    private volatile long progressAt;
    private volatile long closingAt;
    private volatile boolean closing;
    private volatile boolean deaf;
    private volatile boolean greeted;

    // Of the inbound task alone.
    private boolean announced;
    private boolean gone;
    private @Nullable Input waiting;

    // Of the outbound task alone.
    private boolean finished;

    /** What a link needs of the node around it. */
    record Surroundings(InputSink sink, PeerLimits limits, Executor executor, LongSupplier nanoTime) {}

    /**
     * @param onEnd called once when the wire is gone
     * @param onReported called once when the sink has taken {@link PeerGone}
     */
    Link(
            PeerConnected connected,
            Wire wire,
            Meter meter,
            Surroundings around,
            Runnable onEnd,
            Consumer<Link> onReported) {
        this.connected = connected;
        this.wire = wire;
        this.meter = meter;
        this.sink = around.sink();
        this.times = around.limits().times();
        this.nanoTime = around.nanoTime();
        this.onEnd = onEnd;
        this.onReported = onReported;
        this.outbox = new Outbox(around.limits().queuedFrames(), around.limits().queuedBytes());
        this.outbound = new Wakeable(around.executor(), this::drain);
        this.inbound = new Wakeable(around.executor(), this::deliver);
        this.begunAt = nanoTime.getAsLong();
        this.progressAt = begunAt;
    }

    LinkId id() {
        return connected.link();
    }

    Traffic traffic() {
        return meter.read();
    }

    boolean hasEnded() {
        return ended.get();
    }

    /** The stream stands. */
    void begin() {
        inbound.wake();
        ask(demand.begin());
    }

    /** Queues a frame; a hint may be dropped, any other frame that finds no room ends the link. */
    void send(Frame frame) {
        byte[] bytes = FrameCodec.encode(frame);
        if (bytes.length > Limits.FRAME_BYTES) {
            LOG.error("{}: own {} has {} bytes", id(), frame.getClass().getSimpleName(), bytes.length);
            close(Reason.LIMIT, "a frame became too long");
            return;
        }
        switch (outbox.offer(bytes, isHint(frame))) {
            case QUEUED -> outbound.wake();
            case DROPPED -> meter.dropped();
            case FULL -> close(Reason.LIMIT, "too much waits for this peer");
            case CLOSED -> {}
        }
    }

    /** Says goodbye and ends; frames that wait still go first, unless the peer takes none. */
    void close(Reason reason, String text) {
        LOG.debug("{} is closed: {}, {}", id(), reason, text);
        boolean stuck = reason == Reason.LIMIT || reason == Reason.NO_PROGRESS;
        deaf = true;
        finish(Optional.of(FrameCodec.encode(Goodbye.because(reason, text))), stuck);
    }

    /** The loop has taken the oldest frame of this link: the peer may send more. */
    void taken() {
        ask(demand.taken());
        inbound.wake();
    }

    /** The wire has room again. */
    void ready() {
        outbound.wake();
    }

    /** A frame has arrived. */
    void received(byte[] frame) {
        meter.received(frame.length);
        inbox.add(frame);
        ask(demand.arrived(frame.length));
        inbound.wake();
    }

    /** The peer will not send any more. */
    void peerFinished() {
        finish(Optional.empty(), false);
    }

    /** The wire is gone, for whatever reason. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            outbox.close(Optional.empty(), true);
            inbound.wake();
            onEnd.run();
        }
    }

    /** Ends without a word. */
    void cut() {
        if (!ended.get()) {
            wire.abort();
            end();
        }
    }

    /** Looks at the clock; called again and again. */
    void check() {
        long now = nanoTime.getAsLong();
        if (outbox.isEmpty()) {
            progressAt = now;
        }
        if (closing) {
            if (now - closingAt > times.linger().toNanos()) {
                cut();
            }
        } else if (!greeted && now - begunAt > times.hello().toNanos()) {
            close(Reason.NO_PROGRESS, "no Hello came");
        } else if (now - progressAt > times.noProgress().toNanos()) {
            close(Reason.NO_PROGRESS, "the peer does not read");
        } else if (meter.isStuck(now, times.noProgress().toNanos())) {
            close(Reason.NO_PROGRESS, "a frame began and did not end");
        }
        inbound.wake();
    }

    private void finish(Optional<byte[]> last, boolean dropWaiting) {
        if (!closing) {
            closingAt = nanoTime.getAsLong();
            closing = true;
        }
        outbox.close(last, dropWaiting);
        outbound.wake();
        inbound.wake();
    }

    private void drain() {
        while (wire.isReady()) {
            Optional<byte[]> frame = outbox.poll();
            if (frame.isEmpty()) {
                break;
            }
            wire.send(frame.get());
            meter.sent(frame.get().length);
            progressAt = nanoTime.getAsLong();
        }
        if (!finished && outbox.isDone() && !ended.get()) {
            finished = true;
            wire.finish();
        }
    }

    private void deliver() {
        boolean sound = false;
        try {
            if (!announced) {
                announced = sink.offer(connected);
            }
            if (announced && deliverFrames() && ended.get() && !gone) {
                gone = sink.offer(new PeerGone(id()));
                if (gone) {
                    onReported.accept(this);
                }
            }
            sound = true;
        } finally {
            if (!sound) {
                cut();
            }
        }
    }

    /** Whether all that has arrived, as far as it counts, is with the loop. */
    private boolean deliverFrames() {
        while (!deaf) {
            if (waiting == null) {
                byte[] frame = inbox.poll();
                if (frame == null) {
                    return true;
                }
                waiting = read(frame);
            }
            if (!sink.offer(waiting)) {
                return false;
            }
            waiting = null;
        }
        return true;
    }

    private Input read(byte[] bytes) {
        try {
            Frame frame = FrameCodec.decode(bytes);
            if (frame instanceof Hello && !greeted) {
                greeted = true;
                wire.greeted();
                ask(demand.greeted());
            }
            return new FrameReceived(id(), frame);
        } catch (Malformed e) {
            return new FrameUnreadable(id(), Objects.requireNonNullElse(e.getMessage(), "unreadable"));
        }
    }

    private void ask(int frames) {
        if (frames > 0) {
            wire.request(frames);
        }
    }

    private static boolean isHint(Frame frame) {
        return frame instanceof HeadNotice || frame instanceof Receipts || frame instanceof Addresses;
    }
}
