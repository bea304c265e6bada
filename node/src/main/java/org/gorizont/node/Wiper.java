// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gorizont.node.storage.RocksLogStore;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what was erased out of the files, too: of the store, the read models and the index. On a thread of its own, soon
 * after something was erased, and not often, since files are written anew for it. What a crash interrupts is done again.
 */
final class Wiper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiper.class);
    /** Whoever erases one record often erases another one. */
    private static final Duration COLLECT = Duration.ofSeconds(1);
    /** A neighbour that erases all day does not wear this disk out. */
    private static final Duration REST = Duration.ofMinutes(10);

    private final RocksLogStore store;
    private final RocksLogStore.Others others;
    private final Duration rest;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken = true;
    private boolean closed;

    /** @param others must have followed the store before they wipe */
    Wiper(RocksLogStore store, RocksLogStore.Others others) {
        this(store, others, REST);
    }

    Wiper(RocksLogStore store, RocksLogStore.Others others, Duration rest) {
        this.store = store;
        this.others = others;
        this.rest = rest;
        this.thread = Thread.ofPlatform().name("wiper").daemon().unstarted(this::run);
    }

    Wiper start() {
        thread.start();
        return this;
    }

    /** Something has arrived that may erase. Never blocks for long. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

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

    private void run() {
        try {
            while (sleepUntilWoken()) {
                if (wipes() && !pause(rest)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was something to do. */
    private boolean wipes() throws InterruptedException {
        try {
            if (!store.hasErased() || !pause(COLLECT)) {
                return false;
            }
            store.wipe(others);
        } catch (StoreFailed | StoreUnreadable | IOException e) {
            LOG.warn("what was erased is still in files, next attempt in {} min: {}", rest.toMinutes(), e.getMessage());
            wake();
        }
        return true;
    }

    private boolean sleepUntilWoken() throws InterruptedException {
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

    /** False when it is time to end. */
    private boolean pause(Duration duration) throws InterruptedException {
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
}
