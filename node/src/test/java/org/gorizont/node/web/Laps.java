// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.time.Duration;
import java.util.Locale;

/** A stopwatch that prints each step when it ends. */
final class Laps {
    private long begun;
    private long last;

    void begin() {
        begun = System.nanoTime();
        last = begun;
    }

    void end(String step) {
        long now = System.nanoTime();
        print(step, Duration.ofNanos(now - last));
        last = now;
    }

    /** From the beginning to the end of the last step. */
    Duration total() {
        Duration all = Duration.ofNanos(last - begun);
        print("all", all);
        return all;
    }

    private static void print(String step, Duration time) {
        System.out.printf(Locale.ROOT, "stopwatch: %6.1f s  %s%n", time.toMillis() / 1000.0, step);
    }
}
