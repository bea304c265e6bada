// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.checkers.Convergence;
import org.gorizont.simulations.checkers.Invariants;
import org.gorizont.simulations.checkers.Truth;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Settings;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.World;

/** What all scenes have: a watched world with its weather, schools that come together in a circle, and how long one waits. */
final class Stage {
    static final Duration POLL = Duration.ofSeconds(30);
    static final Instant NIGHT = Instant.parse("2026-09-01T01:00:00Z");
    static final Instant MORNING = Instant.parse("2026-09-01T05:00:00Z");

    final World world;
    final Weather weather;
    final Truth truth = new Truth();
    final Invariants invariants = new Invariants(truth);
    final Circles circles;
    final Convergence convergence;
    private final Patience patience;

    /**
     * How long a scene waits for what must become true.
     *
     * @param promise that is broken if it does not
     * @param lookEvery how often it is asked
     */
    record Patience(String promise, Duration lookEvery, Duration atMost) {}

    Stage(Settings settings, Patience patience, Build build, Optional<Consumer<String>> printer) {
        this.patience = patience;
        weather = new Weather(new Streams(settings.seed()));
        world = new World(settings, weather, build, invariants, printer);
        Invariants.know(world, invariants);
        circles = new Circles(world, truth);
        convergence = new Convergence(world, truth);
    }

    /** Everybody can be dialled. */
    static Settings open(long seed, Instant start, boolean push, int machines) {
        return new Settings(seed, start, push, POLL, Collections.nCopies(machines, false));
    }

    /** The first school founds a circle, and the others join it. */
    void gather(List<Machine> schools) {
        circles.found(
                schools.getFirst(),
                "circle",
                circle -> schools.stream().skip(1).forEach(machine -> circles.join(machine, circle)));
    }

    /** Everybody is where it was to be, and all know the same. */
    boolean isSettled() {
        return circles.complete() && convergence.missing().isEmpty();
    }

    /** @throws BrokenPromise if the condition does not hold in time, with what is missing */
    void until(String what, BooleanSupplier condition) {
        until(what, condition, () -> convergence.missing().map(m -> ", " + m).orElse(""));
    }

    /**
     * The same for conditions of another kind.
     *
     * @param why what to add when it does not hold
     */
    void until(String what, BooleanSupplier condition, Supplier<String> why) {
        if (!world.runUntil(condition, patience.lookEvery, patience.atMost)) {
            throw new BrokenPromise(patience.promise, "not reached: " + what + why.get());
        }
    }
}
