// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Scope;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.checkers.Convergence;
import org.gorizont.simulations.checkers.Invariants;
import org.gorizont.simulations.checkers.Truth;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Settings;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.World;

/**
 * Schools of which nobody can be dialled; the first two wait at a relay. The first one comes back with another token, the
 * second one tells the others of it and goes off for good: who has not understood can reach nobody any more (P6).
 */
public final class RelayScene {
    private static final Instant START = Instant.parse("2026-09-01T05:00:00Z");
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    /** The longest pause between dials is 15 minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(40);

    private final World world;
    private final Weather weather;
    private final Truth truth = new Truth();
    private final Circles circles;
    private final Convergence convergence;
    private final SplittableRandom luck;

    private RelayScene(long seed, boolean push, Build build, Optional<Consumer<String>> printer) {
        Streams streams = new Streams(seed);
        luck = streams.of("relay", 0);
        int machines = 3 + luck.nextInt(6);
        weather = new Weather(streams);
        Invariants invariants = new Invariants(truth);
        List<Boolean> waiting = new ArrayList<>(Collections.nCopies(machines, false));
        waiting.set(0, true);
        waiting.set(1, true);
        List<Boolean> natted = Collections.nCopies(machines, true);
        world = new World(new Settings(seed, START, push, POLL, natted, waiting), weather, build, invariants, printer);
        Invariants.know(world, invariants);
        circles = new Circles(world, truth);
        convergence = new Convergence(world, truth);
    }

    /** @throws BrokenPromise if something is not as it must be */
    public static void run(long seed, boolean push, Build build, Optional<Consumer<String>> printer) {
        new RelayScene(seed, push, build, printer).run();
    }

    private void run() {
        Machine first = world.machine(0);
        Machine second = world.machine(1);
        world.machines().forEach(Machine::start);
        circles.found(
                first, "circle", circle -> world.machines().stream().skip(1).forEach(m -> circles.join(m, circle)));
        world.machines().forEach(this::write);
        settle("after joining");
        // Addresses need a moment more: the second one has to know the first one's callers, and they the second one.
        world.runFor(POLL.multipliedBy(2));
        first.stop();
        first.newToken();
        breakSome();
        world.later(Duration.ofSeconds(luck.nextInt(60)), first::start);
        world.runFor(Duration.ofMinutes(2));
        write(first);
        settle("after the new token");
        weather.calm();
        world.runFor(PATIENCE);
        second.crash();
        breakSome();
        world.machines().stream().filter(Machine::isOn).forEach(this::write);
        if (!world.runUntil(this::allOnKnowEachOther, LOOK_EVERY, PATIENCE)) {
            throw new BrokenPromise("P6", "with the new token alone not all know all");
        }
    }

    private boolean allOnKnowEachOther() {
        List<Machine> on = world.machines().stream().filter(Machine::isOn).toList();
        return on.stream().allMatch(writer -> on.stream().allMatch(reader -> holdsAll(reader, writer)));
    }

    private static boolean holdsAll(Machine reader, Machine writer) {
        return writer.store().logs().stream()
                .filter(state -> state.log().school().equals(writer.id()))
                .allMatch(state ->
                        reader.store().log(state.log()).map(LogState::head).equals(Optional.of(state.head())));
    }

    private void write(Machine machine) {
        new Writer(world, machine).write(Channel.CATALOGUE, Scope.everyCircle());
    }

    private void breakSome() {
        world.machines().stream()
                .filter(machine -> machine.isOn() && luck.nextInt(3) > 0)
                .forEach(world.network()::breakLinks);
    }

    private void settle(String when) {
        if (!world.runUntil(() -> circles.complete() && convergence.missing().isEmpty(), LOOK_EVERY, PATIENCE)) {
            throw new BrokenPromise("P6", when + ": " + convergence.missing().orElse("some school could not join"));
        }
    }
}
