// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.SplittableRandom;
import org.gorizont.simulations.world.Conditions;
import org.gorizont.simulations.world.Streams;

/** Lines and disks of a run with faults, bad until {@link #calm}. */
final class Weather implements Conditions {
    private static final long SECOND = 1_000_000_000L;

    private final Streams streams;
    private final int longestDelayMillis;
    private final int jitterMillis;
    private final long bitsPerSecond;
    private final int slowestSyncMillis;
    private final boolean spikes;
    private double loss;
    private double doubling;
    private double overtaking;

    Weather(Streams streams) {
        this.streams = streams;
        SplittableRandom luck = streams.of("weather", 0);
        longestDelayMillis = pick(luck, 2, 50, 400);
        jitterMillis = pick(luck, 0, 5, 300);
        bitsPerSecond = pick(luck, 1_000_000_000, 20_000_000, 1_000_000);
        slowestSyncMillis = pick(luck, 2, 20, 1_000);
        spikes = luck.nextInt(4) == 0;
        loss = pick(luck, 0, 1, 30) / 1_000.0;
        doubling = pick(luck, 0, 10, 100) / 1_000.0;
        overtaking = pick(luck, 0, 50, 500) / 1_000.0;
    }

    private static int pick(SplittableRandom luck, int a, int b, int c) {
        return switch (luck.nextInt(3)) {
            case 0 -> a;
            case 1 -> b;
            default -> c;
        };
    }

    /** No more faults: frames arrive, once, in order. */
    void calm() {
        loss = 0;
        doubling = 0;
        overtaking = 0;
    }

    @Override
    public Duration sync(int machine, SplittableRandom luck) {
        return Duration.ofNanos(500_000L + luck.nextLong(slowestSyncMillis * 1_000_000L));
    }

    @Override
    public Duration delay(int from, int to) {
        long pair = (long) Math.min(from, to) << Integer.SIZE | Math.max(from, to);
        return Duration.ofMillis(1 + streams.of("delay", pair).nextInt(longestDelayMillis));
    }

    @Override
    public long extraNanos(int from, int to, int bytes, SplittableRandom luck) {
        long jitter = jitterMillis == 0 ? 0 : luck.nextLong(jitterMillis * 1_000_000L);
        return spikes && luck.nextInt(500) == 0 ? jitter + 10 * SECOND : jitter;
    }

    @Override
    public long uplinkNanos(int machine, int bytes) {
        return bytes * 8L * SECOND / bitsPerSecond;
    }

    @Override
    public long downlinkNanos(int machine, int bytes) {
        return 0;
    }

    @Override
    public boolean loses(SplittableRandom luck) {
        return loss > 0 && luck.nextDouble() < loss;
    }

    @Override
    public boolean doubles(SplittableRandom luck) {
        return doubling > 0 && luck.nextDouble() < doubling;
    }

    @Override
    public boolean overtakes(SplittableRandom luck) {
        return overtaking > 0 && luck.nextDouble() < overtaking;
    }
}
