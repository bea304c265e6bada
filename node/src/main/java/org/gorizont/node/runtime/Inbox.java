// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.gorizont.protocol.core.Input;
import org.jspecify.annotations.Nullable;

/**
 * What has happened and was not handled yet, in the order in which it was offered. Bounded by source; an input takes room
 * until the loop is done with it. Offering is for all threads, taking for the loop.
 */
public final class Inbox {
    /** Inputs of links that wait; a link offers again when there is no room, and reads nothing meanwhile. */
    public static final int PEER_INPUTS = 1_024;
    /** Requests of this school's people that wait; a further one is refused, to be tried again. */
    public static final int REQUESTS = 256;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Input> inputs = new ArrayDeque<>();
    private final Map<Source, Integer> waiting = new EnumMap<>(Source.class);
    private boolean closed;
    private boolean woken;

    /**
     * Hands an input in. Never blocks for long.
     *
     * @return false when there is no room, or the loop has stopped
     */
    public boolean offer(Input input) {
        Source source = Source.of(input);
        lock.lock();
        try {
            if (closed || count(source) >= source.room()) {
                return false;
            }
            waiting.merge(source, 1, Integer::sum);
            inputs.add(input);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next input, or null when none comes within that time, it is closed, or somebody has woken the loop. */
    @Nullable
    Input take(long maxNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = maxNanos;
            while (inputs.isEmpty() && !closed && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            return inputs.poll();
        } finally {
            lock.unlock();
        }
    }

    /** The loop is done with this input. */
    void done(Input input) {
        lock.lock();
        try {
            waiting.merge(Source.of(input), -1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    /** Lets the loop look up although nothing has come. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing in any more, and wakes the loop. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int count(Source source) {
        return waiting.getOrDefault(source, 0);
    }
}
