// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A thread for work that comes again and again: it pauses in between, can be woken, and ends when it is closed. */
public final class Rounds implements AutoCloseable {
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean closed;

    private Rounds(String name, Work work) {
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> {
            try {
                work.run(this);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Goes round until a pause says that it is time to end. */
    @FunctionalInterface
    public interface Work {
        void run(Rounds rounds) throws InterruptedException;
    }

    /** Does not begin yet. */
    public static Rounds of(String name, Work work) {
        return new Rounds(name, work);
    }

    public void start() {
        thread.start();
    }

    /** Ends a sleep, or the next one at once. On any thread; never blocks for long. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits to be woken; false when it is time to end. On the thread of the work. */
    public boolean sleep() throws InterruptedException {
        lock.lock();
        try {
            while (!woken && !closed) {
                changed.await();
            }
            woken = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, whoever wakes it; false when it is time to end. On the thread of the work. */
    public boolean pause(Duration duration) throws InterruptedException {
        long left = duration.toNanos();
        lock.lock();
        try {
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts what is being done, then ends as {@link #close()} does. */
    public void cut() {
        thread.interrupt();
        close();
    }

    /** Ends at the next pause, and waits for it. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
