// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import java.time.Duration;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.replica.ReplicaConfig;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Watch;
import org.gorizont.simulations.world.World;

/** One school of a circle is off for a night in which the others publish; then it is on again. */
public final class NightOff {
    private static final Duration PATIENCE = Duration.ofHours(2);
    /** Shorter than a night: an hour in which nothing happens changes nothing. */
    private static final Duration NIGHT = Duration.ofMinutes(10);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final int schools;
    private final int entries;
    private final Gathered gathered;
    private final World world;
    private final Machine sleeper;

    /**
     * What the morning has cost the school, all bytes of frames both ways.
     *
     * @param entryBytes of the new entries themselves
     * @param untilWhole bytes until it held all of them
     * @param inAll bytes until a minute later, when nothing was left to say
     * @param seconds until it held all of them
     */
    public record Morning(long entryBytes, long untilWhole, long inAll, double seconds) {}

    /** All schools join the circle and publish something. */
    public NightOff(int schools, int entries, long seed) {
        this.schools = schools;
        this.entries = entries;
        this.gathered = new Gathered(schools, seed, ReplicaConfig.POLL, Watch.NOBODY);
        this.world = gathered.world();
        this.sleeper = world.machine(schools - 1);
        gathered.gather(PATIENCE);
        world.machines().forEach(gathered::publish);
        world.runFor(QUIET);
    }

    /**
     * A night, and the morning after it.
     *
     * @param oneNeighbour whether the school can reach but one other in the morning
     */
    public Morning night(boolean oneNeighbour) {
        sleeper.stop();
        for (int i = 0; i < entries; i++) {
            Machine writer = world.machine(i % (schools - 1));
            world.later(NIGHT.multipliedBy(i).dividedBy(entries), () -> gathered.publish(writer));
        }
        world.runFor(NIGHT.plus(QUIET));
        if (oneNeighbour) {
            world.machines().stream().skip(1).forEach(this::cut);
        }
        Morning morning = morning();
        world.network().heal();
        world.runFor(QUIET);
        return morning;
    }

    private void cut(Machine other) {
        world.network().cut(sleeper.number(), other.number(), true);
        world.network().cut(other.number(), sleeper.number(), true);
    }

    private Morning morning() {
        long news = world.machines().stream().mapToLong(this::news).sum();
        long before = bytes();
        long began = world.nanos();
        sleeper.start();
        if (!world.runUntil(() -> gathered.isComplete(sleeper), LOOK_EVERY, PATIENCE)) {
            throw new IllegalStateException("a school that was off has not caught up");
        }
        long whole = bytes() - before;
        double seconds = (world.nanos() - began) / 1e9;
        world.runFor(QUIET);
        return new Morning(news, whole, bytes() - before, seconds);
    }

    private long bytes() {
        return world.network().sentBytes(sleeper.number()) + world.network().receivedBytes(sleeper.number());
    }

    /** What this school has published and the sleeper lacks. */
    private long news(Machine owner) {
        return Gathered.own(owner).stream()
                .mapToLong(state -> {
                    long held =
                            sleeper.store().log(state.log()).map(LogState::held).orElse(0L);
                    return owner.store().entries(state.log(), held, state.held(), Integer.MAX_VALUE).stream()
                            .mapToLong(Entry::sizeBytes)
                            .sum();
                })
                .sum();
    }
}
