// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs its task after each wake-up, never twice at a time; wake-ups during a run become one further run. */
final class Wakeable {
    private final Executor executor;
    private final Runnable task;
    private final AtomicInteger wakeUps = new AtomicInteger();

    Wakeable(Executor executor, Runnable task) {
        this.executor = executor;
        this.task = task;
    }

    void wake() {
        if (wakeUps.getAndIncrement() == 0) {
            executor.execute(this::run);
        }
    }

    private void run() {
        int seen;
        do {
            seen = wakeUps.get();
            task.run();
        } while (wakeUps.addAndGet(-seen) != 0);
    }
}
