// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WakeableTest {
    private final Queue<Runnable> executor = new ArrayDeque<>();
    private int runs;

    private void runAll() {
        while (!executor.isEmpty()) {
            executor.remove().run();
        }
    }

    @Test
    void runsOnceForWakeUpsBeforeTheRun() {
        Wakeable wakeable = new Wakeable(executor::add, () -> runs++);

        wakeable.wake();
        wakeable.wake();
        runAll();

        assertEquals(1, runs);
    }

    @Test
    void runsOnceMoreForWakeUpsDuringTheRun() {
        Wakeable[] self = new Wakeable[1];
        self[0] = new Wakeable(executor::add, () -> {
            if (runs++ == 0) {
                self[0].wake();
                self[0].wake();
            }
        });

        self[0].wake();
        runAll();

        assertEquals(2, runs);
        assertEquals(0, executor.size());
    }

    @Test
    void runsAgainAfterTheRun() {
        Wakeable wakeable = new Wakeable(executor::add, () -> runs++);

        wakeable.wake();
        runAll();
        wakeable.wake();
        runAll();

        assertEquals(2, runs);
    }
}
