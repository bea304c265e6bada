// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.core.Input;

/** What waits while nothing can be written. For the loop's thread, but for {@link #reason}. */
final class Latch {
    private final Pauses pauses;
    private final String reason;
    private final Work postponed;
    private final List<Input> kept = new ArrayList<>();
    private Duration pause;
    private long retryAtNanos;

    /** @param postponed of the turn whose write failed, to be finished once it is known to be written */
    Latch(Pauses pauses, String reason, Work postponed) {
        this.pauses = pauses;
        this.reason = reason;
        this.postponed = postponed;
        this.pause = pauses.first();
        this.retryAtNanos = System.nanoTime() + pause.toNanos();
    }

    /** One line for people. */
    String reason() {
        return reason;
    }

    Work postponed() {
        return postponed;
    }

    /** 0 or less when it is time to try again. */
    long nanosToRetry() {
        return retryAtNanos - System.nanoTime();
    }

    void failedAgain() {
        pause = pauses.after(pause);
        retryAtNanos = System.nanoTime() + pause.toNanos();
    }

    /** Keeps an input that came meanwhile. */
    void keep(Input input) {
        kept.add(input);
    }

    /** Inputs that came meanwhile, oldest first. */
    List<Input> kept() {
        return kept;
    }
}
