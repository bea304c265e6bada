// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.time.Duration;

/** Waiting for something to become true. */
public final class Patience {
    private static final Duration LOOK = Duration.ofMillis(100);

    private Patience() {}

    /** Something that may be true by now. */
    public interface Condition {
        boolean holds();
    }

    /** Looks again and again; false when {@code atMost} ends before. */
    public static boolean until(Duration atMost, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }
}
