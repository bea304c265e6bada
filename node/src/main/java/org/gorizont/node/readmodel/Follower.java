// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one {@link Fold} up with what is held: a thread that sleeps until it is woken, takes what has arrived since the
 * fold's own position. A failure is told by {@link #problem()} and tried again; it never reaches the replica.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int ARRIVALS_AT_ONCE = 256;
    private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;
    /** Versions in one step of the fold, so that memory stays bounded while a large log comes in. */
    private static final int VERSIONS_AT_ONCE = 4_096;
    /** Versions of one step that people would not wait for one by one: perhaps more of them are on their way. */
    private static final int MUCH = 256;
    /** While more is arriving it takes a step only so often: receiving and writing come first. */
    private static final Duration REST = Duration.ofSeconds(30);
    /** Nothing has arrived for so long: no more is coming just now. */
    private static final Duration QUIET = Duration.ofSeconds(1);
    /** How soon it looks by itself, without being woken; also after a failure. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String name;
    private final EntrySource source;
    private final Fold fold;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Of its own thread alone: the last arrival when it last rested. */
    private long rested = -1;

    /** Of its own thread alone: logs of which something was taken; all count as such unless the fold began here. */
    private final Set<LogId> taken = new HashSet<>();

    private boolean fromStart;

    private boolean woken = true;
    private boolean rebuild;
    private boolean closed;
    private long position;
    private @Nullable String problem;

    /** @param name of the thread */
    public Follower(String name, EntrySource source, Fold fold) {
        this.name = name;
        this.source = source;
        this.fold = fold;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Something has arrived. Never blocks for long. */
    public void wake() {
        signal(() -> woken = true);
    }

    /** Drops the read model and builds it again; until that is done its answers are incomplete. */
    public void rebuild() {
        signal(() -> rebuild = true);
    }

    /** The arrival up to which the read model answers. */
    public long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Why the read model does not move, if it does not. */
    public Optional<String> problem() {
        lock.lock();
        try {
            return Optional.ofNullable(problem);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything up to {@code arrival} is taken; false when {@code patience} ends before. */
    public boolean await(long arrival, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (position < arrival && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return position >= arrival;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        signal(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (sleepUntilWoken()) {
            try {
                catchUp();
                report(null);
            } catch (IOException | UncheckedIOException | StoreUnreadable e) {
                LOG.warn("{} cannot follow: {}", name, e.getMessage());
                report(e.getMessage());
            }
        }
    }

    /** Returns false when it is time to end. */
    private boolean sleepUntilWoken() {
        lock.lock();
        try {
            if (!woken && !rebuild && !closed) {
                boolean _ = changed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
            woken = false;
            return !closed;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void catchUp() throws IOException {
        long at = fold.position(source.epoch());
        if (takeRebuild() || at > source.lastArrival()) {
            fold.reset(source.epoch());
            at = 0;
        }
        if (at == 0) {
            fromStart = true;
            taken.clear();
        }
        advanced(at);
        for (List<Arrival> arrivals = source.arrivals(at, ARRIVALS_AT_ONCE);
                !arrivals.isEmpty() && !isClosed();
                arrivals = source.arrivals(at, ARRIVALS_AT_ONCE)) {
            at = take(arrivals, at);
            advanced(at);
        }
    }

    private long take(List<Arrival> arrivals, long before) throws IOException {
        List<RecordVersion> versions = new ArrayList<>();
        long wholly = before;
        for (Arrival arrival : arrivals) {
            long seq = skipped(arrival);
            while (seq < arrival.to()) {
                List<Entry> entries = source.entries(arrival.log(), seq, arrival.to(), BYTES_AT_ONCE);
                if (entries.isEmpty()) {
                    break;
                }
                for (Entry entry : entries) {
                    RecordVersion.of(arrival.log(), seq++, entry).ifPresent(versions::add);
                }
                if (versions.size() >= VERSIONS_AT_ONCE) {
                    step(versions, wholly);
                    versions.clear();
                }
            }
            wholly = arrival.number();
        }
        step(versions, wholly);
        return wholly;
    }

    /**
     * Where to begin with an arrival. What has gone below the floor may have ended a record that was taken before, so then all
     * is taken anew: without what lies below every floor it comes to the same as if nothing had gone.
     */
    private long skipped(Arrival arrival) {
        long floor = source.floor(arrival.log());
        boolean gone = arrival.from() < floor && arrival.from() < arrival.to();
        if (gone && (!fromStart || taken.contains(arrival.log()))) {
            rebuild();
        }
        if (arrival.to() > floor) {
            taken.add(arrival.log());
        }
        return Math.max(arrival.from(), floor);
    }

    private void step(List<RecordVersion> versions, long wholly) throws IOException {
        if (versions.size() >= MUCH && source.lastArrival() > rested) {
            rest();
        }
        long last = source.lastArrival();
        fold.take(versions, wholly);
        if (source.lastArrival() > last) {
            rest();
        }
    }

    /** Until nothing has arrived for a moment, or for long enough. */
    private void rest() {
        long end = System.nanoTime() + REST.toNanos();
        do {
            rested = source.lastArrival();
            pause(QUIET);
        } while (source.lastArrival() > rested && System.nanoTime() < end && !isClosed());
        rested = source.lastArrival();
    }

    /** Wakes early only to end. */
    private void pause(Duration duration) {
        long left = duration.toNanos();
        lock.lock();
        try {
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private boolean takeRebuild() {
        lock.lock();
        try {
            boolean asked = rebuild;
            rebuild = false;
            return asked;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void advanced(long to) {
        signal(() -> position = to);
    }

    private void report(@Nullable String what) {
        signal(() -> problem = what);
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
