// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.simulations.checkers.Truth;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.World;

/** What schools do in a run with faults: found circles, join, publish. */
final class Work {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int ENTRIES_OF_ALL = 60;

    private final World world;
    private final Circles circles;
    private final Truth truth;
    private final Duration within;
    private final SplittableRandom luck;
    private final boolean revises;

    /** @param revises whether schools go on with what they have, so that floors rise */
    Work(World world, Circles circles, Truth truth, Duration within, boolean revises) {
        this.revises = revises;
        this.world = world;
        this.circles = circles;
        this.truth = truth;
        this.within = within;
        this.luck = world.streams().of("work", 0);
    }

    void schedule() {
        List<Machine> machines = world.machines();
        world.later(
                FIRST,
                () -> circles.found(machines.getFirst(), "first", circle -> {
                    for (Machine machine : machines.subList(1, machines.size())) {
                        Duration longest = luck.nextInt(4) == 0 ? within : within.dividedBy(5);
                        circles.join(machine, circle, part(longest));
                    }
                }));
        if (luck.nextBoolean()) {
            // Somebody who can be dialled, else nobody could use its code.
            Machine founder = machines.stream()
                    .skip(1)
                    .filter(machine -> !machine.natted() && !truth.isRestored(machine.id()))
                    .findFirst()
                    .orElse(machines.getFirst());
            world.later(part(within.dividedBy(2)), () -> second(founder));
        }
        for (Machine machine : machines) {
            Writer writer = new Writer(world, machine, revises);
            int times = 1 + luck.nextInt(Math.max(1, ENTRIES_OF_ALL / machines.size()));
            for (int i = 0; i < times; i++) {
                boolean scoped = luck.nextInt(3) == 0;
                world.later(part(within), () -> write(machine, writer, scoped));
            }
        }
    }

    /** A second circle has other members, so that something must not pass from one to the other. */
    private void second(Machine founder) {
        circles.found(founder, "second", circle -> {
            for (Machine machine : world.machines()) {
                if (machine != founder && luck.nextInt(3) == 0) {
                    circles.join(machine, circle, part(within.dividedBy(3)));
                }
            }
        });
    }

    private void write(Machine machine, Writer writer, boolean scoped) {
        List<CircleId> own = circles.of(machine);
        if (scoped && !own.isEmpty()) {
            writer.write(Channel.CALENDAR, Scope.of(own.getLast()));
        } else {
            writer.write(Channel.CATALOGUE, Scope.everyCircle());
        }
    }

    private Duration part(Duration of) {
        return Duration.ofNanos(luck.nextLong(of.toNanos()));
    }
}
