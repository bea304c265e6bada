// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.plan;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.simulations.scenario.Scenario;
import org.gorizont.simulations.world.Conditions;

/**
 * Lines as the scenario has them. Half of a way is the sender's line, half the receiver's. A lost packet is sent again, as
 * TCP does, and costs a round trip and a pause.
 */
final class PlanConditions implements Conditions {
    private static final double SECOND = 1e9;
    private static final int PACKET_BYTES = 1_400;
    private static final long RESEND_PAUSE_NANOS = 200_000_000;
    private static final long SYNC_NANOS = 10_000_000;
    /** Of a normal distribution, 95 % lie below so many standard deviations. */
    private static final double P95 = 1.645;

    private final List<Scenario.Line> lines;

    PlanConditions(Scenario scenario) {
        lines = scenario.schools().stream().map(Scenario.School::line).toList();
    }

    /** A disk of an old PC. */
    @Override
    public Duration sync(int machine, SplittableRandom luck) {
        return Duration.ofNanos(SYNC_NANOS / 2 + luck.nextLong(SYNC_NANOS));
    }

    @Override
    public Duration delay(int from, int to) {
        return lines.get(from)
                .latencyMedian()
                .plus(lines.get(to).latencyMedian())
                .dividedBy(2);
    }

    @Override
    public long extraNanos(int from, int to, int bytes, SplittableRandom luck) {
        long extra = jitter(lines.get(from), luck) + jitter(lines.get(to), luck);
        double arrives =
                StrictMath.pow((1 - lines.get(from).loss()) * (1 - lines.get(to).loss()), packets(bytes));
        return luck.nextDouble() < arrives ? extra : extra + 2 * delay(from, to).toNanos() + RESEND_PAUSE_NANOS;
    }

    private static int packets(int bytes) {
        return 1 + bytes / PACKET_BYTES;
    }

    /** What half of a way takes beyond its median; never less than nothing. */
    private static long jitter(Scenario.Line line, SplittableRandom luck) {
        double median = line.latencyMedian().toNanos();
        double p95 = line.latencyP95().toNanos();
        if (p95 <= median) {
            return 0;
        }
        double factor = StrictMath.exp(StrictMath.log(p95 / median) / P95 * luck.nextGaussian());
        return (long) Math.max(0, median * (factor - 1) / 2);
    }

    @Override
    public long uplinkNanos(int machine, int bytes) {
        return (long) (bytes * 8 * SECOND / lines.get(machine).upBits());
    }

    @Override
    public long downlinkNanos(int machine, int bytes) {
        return (long) (bytes * 8 * SECOND / lines.get(machine).downBits());
    }
}
