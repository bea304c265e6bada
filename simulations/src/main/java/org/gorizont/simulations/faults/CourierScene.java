// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gorizont.protocol.core.BundleTarget;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SignedHead;
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
 * The schools of a circle fall apart into two halves between which only a courier travels. Both halves write, and one lets a
 * school in of which the other has never heard. By bundles alone all must hold all in the end, and each owner must have the
 * receipts of everybody; nothing of a second circle, which only some schools of one half are in, may travel along.
 */
public final class CourierScene {
    private static final Instant START = Instant.parse("2026-09-01T05:00:00Z");
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(40);
    private static final Duration TRIP = Duration.ofSeconds(40);

    private final World world;
    private final Truth truth = new Truth();
    private final Circles circles;
    private final Convergence convergence;
    private final SplittableRandom luck;
    private final Courier courier;
    private final List<Machine> near;
    private final List<Machine> far;
    private final Machine newcomer;
    private Optional<CircleId> circle = Optional.empty();

    private CourierScene(long seed, Build build, Optional<Consumer<String>> printer) {
        Streams streams = new Streams(seed);
        luck = streams.of("courier", 0);
        int machines = 3 + luck.nextInt(6);
        Weather weather = new Weather(streams);
        weather.calm();
        Invariants invariants = new Invariants(truth);
        Settings settings = new Settings(seed, START, true, POLL, Collections.nCopies(machines, false));
        world = new World(settings, weather, build, invariants, printer);
        Invariants.know(world, invariants);
        circles = new Circles(world, truth);
        convergence = new Convergence(world, truth);
        courier = new Courier(invariants, luck);
        List<Machine> all = new ArrayList<>(world.machines());
        newcomer = all.removeLast();
        int middle = 1 + luck.nextInt(all.size() - 1);
        near = new ArrayList<>(all.subList(0, middle));
        far = List.copyOf(all.subList(middle, all.size()));
    }

    /** @throws BrokenPromise if something is not as it must be */
    public static void run(long seed, Build build, Optional<Consumer<String>> printer) {
        new CourierScene(seed, build, printer).run();
    }

    private void run() {
        List<Machine> first = new ArrayList<>(near);
        first.addAll(far);
        first.forEach(Machine::start);
        circles.found(near.getFirst(), "circle", found -> {
            circle = Optional.of(found);
            first.stream().skip(1).forEach(machine -> circles.join(machine, found));
        });
        until("all are in", circles::complete);
        near.add(newcomer);
        near.forEach(a -> far.forEach(b -> part(a.number(), b.number())));
        first.forEach(this::write);
        circles.found(near.getFirst(), "second", second -> write(near.getFirst(), Scope.of(second)));
        newcomer.start();
        circles.join(newcomer, circle.orElseThrow());
        until("the newcomer is in", circles::complete);
        write(newcomer);
        disturb();
        travel();
        until("all hold all", () -> convergence.missing().isEmpty());
        until("all receipts have come back", () -> world.machines().stream().allMatch(this::hasReceipts));
    }

    private void part(int a, int b) {
        world.network().cut(a, b, true);
        world.network().cut(b, a, true);
    }

    private void write(Machine machine) {
        write(machine, Scope.everyCircle());
        if (luck.nextBoolean()) {
            write(machine, Scope.of(circle.orElseThrow()));
        }
    }

    private void write(Machine machine, Scope scope) {
        Writer writer = new Writer(world, machine);
        int times = 1 + luck.nextInt(4);
        for (int i = 0; i < times; i++) {
            writer.write(scope.circle().isPresent() ? Channel.CALENDAR : Channel.CATALOGUE, scope);
        }
    }

    /** Some are switched off, or lose power, while bundles come and go. */
    private void disturb() {
        for (Machine machine : world.machines()) {
            if (luck.nextInt(3) == 0) {
                world.later(part(TRIP.multipliedBy(4)), luck.nextBoolean() ? machine::crash : machine::stop);
                world.later(TRIP.multipliedBy(5), machine::start);
            }
        }
    }

    /** One trip there and one back, again and again. */
    private void travel() {
        Machine here = near.get(luck.nextInt(near.size()));
        Machine there = far.get(luck.nextInt(far.size()));
        courier.carry(here, there, target(there));
        world.later(part(TRIP), () -> courier.carry(there, here, target(here)));
        world.later(TRIP, this::travel);
    }

    private BundleTarget target(Machine reader) {
        return luck.nextInt(3) == 0
                ? new BundleTarget.School(reader.id(), luck.nextInt(4) == 0)
                : new BundleTarget.Circle(circle.orElseThrow());
    }

    /** Whether everybody has told the owner that it stores the owner's logs of the circle wholly. */
    private boolean hasReceipts(Machine owner) {
        return owner.store().logs().stream()
                .filter(state -> state.log().school().equals(owner.id())
                        && state.log()
                                .scope()
                                .circle()
                                .map(circle.orElseThrow()::equals)
                                .orElse(true))
                .allMatch(state -> world.machines().stream()
                        .filter(holder -> holder != owner)
                        .allMatch(holder -> hasReceipt(owner.store(), state, holder)));
    }

    private static boolean hasReceipt(LogStore store, LogState state, Machine holder) {
        long size = state.head().map(SignedHead::size).orElse(0L);
        return store.receipts(state.log()).stream()
                .filter(receipt -> receipt.value().holder().equals(holder.id()))
                .flatMap(receipt -> receipt.value().lines().stream())
                .anyMatch(line -> line.log().equals(state.log()) && line.size() == size);
    }

    private void until(String what, BooleanSupplier condition) {
        if (!world.runUntil(condition, LOOK_EVERY, PATIENCE)) {
            throw new BrokenPromise(
                    "P6",
                    "not reached: " + what
                            + convergence
                                    .missing()
                                    .map(missing -> ", " + missing)
                                    .orElse(""));
        }
    }

    private Duration part(Duration of) {
        return Duration.ofNanos(luck.nextLong(of.toNanos()));
    }
}
