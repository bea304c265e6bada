// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import java.time.Duration;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What becomes of the connections of a large circle: after all have joined at once, when half of them come back from a week
 * off, when a cut between two halves heals after a week, a day later.
 */
public final class LargeCircle {
    private static final int TOGETHER = 16;
    private static final int TENTH = 10;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofMinutes(10);
    private static final Duration RARELY = Duration.ofMinutes(10);
    private static final int PATIENCE_MINUTES = 24 * 60;

    private final int schools;
    private final DialWorld world;

    /**
     * The connections of the schools that are on.
     *
     * @param mean neighbours of a school
     * @param most neighbours of any school
     * @param parts that have no connection with each other
     * @param partsWithoutBest the same at the moment when the best-connected tenth goes off
     * @param partsSoonAfter the same two minutes later
     */
    public record Shape(double mean, int most, int parts, int partsWithoutBest, int partsSoonAfter) {}

    /** @param natted how many of the schools nobody can dial */
    public LargeCircle(int schools, int natted, long seed) {
        this.schools = schools;
        this.world = new DialWorld(schools, natted, seed);
    }

    /** All join by codes, one soon after another. */
    public Shape join() {
        world.join(TOGETHER);
        world.runFor(SETTLED, MINUTE);
        return shape();
    }

    /** Every second school is off for a week. */
    public Shape halfOffForAWeek() {
        BitSet half = new BitSet();
        IntStream.range(0, schools).filter(i -> i % 2 == 0).forEach(half::set);
        world.turn(half, false);
        world.runFor(SETTLED, MINUTE);
        world.sleep(WEEK);
        world.turn(half, true);
        world.runFor(SETTLED, MINUTE);
        return shape();
    }

    /**
     * No line leads from one half to the other one for a week.
     *
     * @return minutes after which they are one again; more than a day if they were not by then
     */
    public int halvesApartForAWeek() {
        world.cut((a, b) -> a % 2 != b % 2);
        world.runFor(Duration.ofHours(2), RARELY);
        world.sleep(WEEK);
        // Or else all would find that a renewal is due in one moment.
        world.runFor(Duration.ofHours(3), RARELY);
        world.cut((_, _) -> false);
        int minutes = 0;
        while (minutes <= PATIENCE_MINUTES
                && world.graph().parts(world.graph().all()).size() > 1) {
            world.runFor(MINUTE, MINUTE);
            minutes++;
        }
        return minutes;
    }

    /** An ordinary day. */
    public Shape day() {
        world.runFor(Duration.ofDays(1), RARELY);
        return shape();
    }

    private Shape shape() {
        Graph graph = world.graph();
        BitSet all = graph.all();
        BitSet others = graph.withoutBestConnected(all, schools / TENTH);
        BitSet best = graph.all();
        best.andNot(others);
        world.turn(best, false);
        world.runFor(MINUTE.multipliedBy(2), MINUTE);
        int soon = world.graph().parts(others).size();
        world.turn(best, true);
        world.runFor(SETTLED, MINUTE);
        return new Shape(
                graph.degrees(all).average().orElseThrow(),
                graph.degrees(all).max().orElseThrow(),
                graph.parts(all).size(),
                graph.parts(others).size(),
                soon);
    }
}
