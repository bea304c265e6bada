// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import java.time.Duration;
import java.util.SplittableRandom;
import org.gorizont.simulations.world.Conditions;

/** Lines of 20 Mbit/s and 20 ms that lose nothing. */
record GoodLines() implements Conditions {
    private static final long BITS_A_SECOND = 20_000_000;
    private static final long SECOND = 1_000_000_000L;

    @Override
    public Duration sync(int machine, SplittableRandom luck) {
        return Duration.ofMillis(5);
    }

    @Override
    public Duration delay(int from, int to) {
        return Duration.ofMillis(20);
    }

    @Override
    public long extraNanos(int from, int to, int bytes, SplittableRandom luck) {
        return 0;
    }

    @Override
    public long uplinkNanos(int machine, int bytes) {
        return bytes * 8L * SECOND / BITS_A_SECOND;
    }

    @Override
    public long downlinkNanos(int machine, int bytes) {
        return 0;
    }
}
