// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Instant;
import java.time.InstantSource;

/** The time of day at the start, and from then on what has really passed: a clock that is set jumps here only at starts. */
public final class SteadyClock implements InstantSource {
    private final Instant start;
    private final long startNanos;

    public SteadyClock(InstantSource wall) {
        this.start = wall.instant();
        this.startNanos = System.nanoTime();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
