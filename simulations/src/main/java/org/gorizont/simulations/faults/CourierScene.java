// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.gorizont.protocol.core.BundleTarget;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.World;

/**
 * The schools of a circle fall apart into two halves between which only a courier travels. Both halves write, and one lets a
 * school in of which the other has never heard. By bundles alone all must hold all in the end, and each owner must have the
 * receipts of everybody; nothing of a second circle, which only some schools of one half are in, may travel along.
 */
public final class CourierScene {
    private static final Stage.Patience PATIENCE =
            new Stage.Patience("P6", Duration.ofSeconds(5), Duration.ofMinutes(40));
    private static final Duration TRIP = Duration.ofSeconds(40);

    private final Stage stage;
    private final World world;
    private final SplittableRandom luck;
    private final Courier courier;
    private final List<Machine> near;
    private final List<Machine> far;
    private final Machine newcomer;
    private Optional<CircleId> circle = Optional.empty();

    private CourierScene(long seed, Build build, Optional<Consumer<String>> printer) {
        luck = new Streams(seed).of("courier", 0);
        stage = new Stage(Stage.open(seed, Stage.MORNING, true, 3 + luck.nextInt(6)), PATIENCE, build, printer);
        stage.weather.calm();
        world = stage.world;
        courier = new Courier(stage.invariants, luck);
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
        stage.gather(first);
        stage.until("all are in", stage.circles::complete);
        CircleId joined = stage.circles.of(near.getFirst()).getFirst();
        circle = Optional.of(joined);
        near.add(newcomer);
        near.forEach(a -> far.forEach(b -> part(a.number(), b.number())));
        first.forEach(this::write);
        stage.circles.found(near.getFirst(), "second", second -> write(near.getFirst(), Scope.of(second)));
        newcomer.start();
        stage.circles.join(newcomer, joined);
        stage.until("the newcomer is in", stage.circles::complete);
        write(newcomer);
        disturb();
        travel();
        stage.until("all hold all", () -> stage.convergence.missing().isEmpty());
        stage.until(
                "all receipts have come back", () -> world.machines().stream().allMatch(this::hasReceipts));
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

    private Duration part(Duration of) {
        return Duration.ofNanos(luck.nextLong(of.toNanos()));
    }
}
