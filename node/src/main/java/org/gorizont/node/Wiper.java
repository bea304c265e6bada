// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.time.Duration;
import org.gorizont.node.runtime.Rounds;
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
    private final Rounds rounds;

    /** @param others must have followed the store before they wipe */
    Wiper(RocksLogStore store, RocksLogStore.Others others) {
        this(store, others, REST);
    }

    Wiper(RocksLogStore store, RocksLogStore.Others others, Duration rest) {
        this.store = store;
        this.others = others;
        this.rest = rest;
        this.rounds = Rounds.of("wiper", this::run);
    }

    Wiper start() {
        rounds.start();
        return this;
    }

    /** Something has arrived that may erase. Never blocks for long. */
    void wake() {
        rounds.wake();
    }

    @Override
    public void close() {
        rounds.close();
    }

    private void run(Rounds at) throws InterruptedException {
        // What a crash has interrupted.
        at.wake();
        while (at.sleep()) {
            if (wipes(at) && !at.pause(rest)) {
                return;
            }
        }
    }

    /** Whether there was something to do. */
    private boolean wipes(Rounds at) throws InterruptedException {
        try {
            if (!store.hasErased() || !at.pause(COLLECT)) {
                return false;
            }
            store.wipe(others);
        } catch (StoreFailed | StoreUnreadable | IOException e) {
            LOG.warn("what was erased is still in files, next attempt in {} min: {}", rest.toMinutes(), e.getMessage());
            wake();
        }
        return true;
    }
}
