// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.gorizont.node.runtime.Rounds;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.runtime.Trouble;
import org.gorizont.node.storage.Ballast;
import org.gorizont.node.storage.StoreBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the disk every few seconds, on a thread of its own: keeps the ballast, and knows for pages and commands how the
 * disk is without making them wait for it.
 */
final class DiskKeeper implements AutoCloseable {
    static final Duration LOOK = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(DiskKeeper.class);
    /** A disk on which no ballast can be made is not worn out by trying. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    private final StoreBudget budget;
    private final Ballast ballast;
    private final Supplier<Optional<Trouble>> trouble;
    private final Rounds rounds;
    private long makeAtNanos = System.nanoTime();
    private volatile long freeBytes;
    private volatile boolean budgetSpent;

    /** @param trouble of the loop, on any thread */
    DiskKeeper(StoreBudget budget, Ballast ballast, Supplier<Optional<Trouble>> trouble) {
        this.budget = budget;
        this.ballast = ballast;
        this.trouble = trouble;
        this.rounds = Rounds.of("disk", this::run);
    }

    /** Looks for the first time, and begins. */
    DiskKeeper start() {
        measure();
        rounds.start();
        return this;
    }

    /** How the disk was a moment ago. On any thread; never waits. */
    StoreHealth health() {
        return StoreHealth.of(freeBytes, budgetSpent, trouble.get());
    }

    @Override
    public void close() {
        rounds.close();
    }

    private void run(Rounds at) throws InterruptedException {
        do {
            measure();
            keepBallast();
        } while (at.pause(LOOK));
    }

    private void measure() {
        budgetSpent = budget.isSpent();
        try {
            freeBytes = budget.freeBytes();
        } catch (IOException _) {
            freeBytes = -1;
        }
    }

    private void keepBallast() {
        if (freeBytes < 0) {
            return;
        }
        try {
            boolean changedRoom = ballast.giveUpOnAFullDisk(freeBytes)
                    || System.nanoTime() - makeAtNanos >= 0 && ballast.makeIfThereIsRoom(freeBytes);
            if (changedRoom) {
                measure();
            }
        } catch (IOException e) {
            makeAtNanos = System.nanoTime() + AFTER_FAILURE.toNanos();
            LOG.warn("the ballast cannot be kept: {}", e.getMessage());
        }
    }
}
