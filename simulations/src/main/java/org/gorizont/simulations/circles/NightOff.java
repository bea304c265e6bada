// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.replica.ReplicaConfig;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Watch;
import org.gorizont.simulations.world.World;

/** One school of a circle is off for a night in which the others publish; then it is on again. */
public final class NightOff {
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration NIGHT = Duration.ofHours(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final int schools;
    private final int entries;
    private final boolean oneNeighbour;
    private final Gathered gathered;
    private final World world;
    private final Machine sleeper;
    private final Map<String, Long> frames = new TreeMap<>();
    private boolean counting;

    /**
     * What the morning has cost the school, all bytes of frames both ways.
     *
     * @param entryBytes of the new entries themselves
     * @param untilWhole bytes until it held all of them
     * @param inAll bytes until a minute later, when nothing was left to say
     * @param seconds until it held all of them
     */
    public record Morning(long entryBytes, long untilWhole, long inAll, double seconds, Map<String, Long> frames) {}

    /** @param oneNeighbour whether it can reach but one other school in the morning */
    public NightOff(int schools, int entries, boolean oneNeighbour, long seed) {
        this.oneNeighbour = oneNeighbour;
        this.schools = schools;
        this.entries = entries;
        this.gathered = new Gathered(schools, seed, ReplicaConfig.POLL, new Watch() {
            @Override
            public void sends(Machine from, Machine to, Frame frame, int bytes) {
                if (counting && (from == sleeper() || to == sleeper())) {
                    frames.merge(
                            (from == sleeper() ? "-> " : "<- ")
                                    + frame.getClass().getSimpleName(),
                            (long) bytes,
                            Long::sum);
                }
            }
        });
        this.world = gathered.world();
        this.sleeper = world.machine(schools - 1);
    }

    private Machine sleeper() {
        return sleeper;
    }

    public Morning run() {
        gathered.gather(PATIENCE);
        world.machines().forEach(machine -> gathered.publish(machine));
        world.runFor(Duration.ofMinutes(10));
        sleeper.stop();
        for (int i = 0; i < entries; i++) {
            Machine writer = world.machine(i % (schools - 1));
            world.later(NIGHT.multipliedBy(i).dividedBy(entries), () -> gathered.publish(writer));
        }
        world.runFor(NIGHT.plusMinutes(5));
        return morning();
    }

    private Morning morning() {
        long news = world.machines().stream().mapToLong(this::news).sum();
        long before = bytes();
        long began = world.nanos();
        if (oneNeighbour) {
            world.machines().stream().skip(1).forEach(other -> {
                world.network().cut(sleeper.number(), other.number(), true);
                world.network().cut(other.number(), sleeper.number(), true);
            });
        }
        counting = true;
        sleeper.start();
        if (!world.runUntil(() -> gathered.isComplete(sleeper), LOOK_EVERY, PATIENCE)) {
            throw new IllegalStateException("a school that was off has not caught up");
        }
        long whole = bytes() - before;
        double seconds = (world.nanos() - began) / 1e9;
        world.runFor(QUIET);
        return new Morning(news, whole, bytes() - before, seconds, frames);
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
