// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Seal;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.World;

/**
 * A thief signs with a school's key in other machines' copies of its logs, while the school goes on writing and changes its
 * keys, once or several times; machines crash, are off, come back. In the end everybody holds of the ended logs exactly what
 * was sealed, has the same members, and takes what the school writes under its new key (P13).
 */
public final class KeyScene {
    private static final Stage.Patience PATIENCE =
            new Stage.Patience("P13", Duration.ofSeconds(5), Duration.ofMinutes(60));
    private static final Duration STEP = Duration.ofSeconds(40);
    private static final int STEPS = 12;
    /** A thief's entries, or a fork of which nobody knew before the change: one more change settles it. */
    private static final List<Refusal> STOPPED = List.of(Refusal.STOPPED_BY_FORK, Refusal.STOPPED_BY_HIGHER_HEAD);

    private final Stage stage;
    private final World world;
    private final Thief thief;
    private final SplittableRandom luck;
    private final Machine victim;
    private final List<Machine> others;
    private int changes;

    private KeyScene(long seed, Build build, Optional<Consumer<String>> printer) {
        luck = new Streams(seed).of("keys", 0);
        int machines = 3 + luck.nextInt(5);
        boolean push = luck.nextInt(4) > 0;
        stage = new Stage(Stage.open(seed, Stage.NIGHT, push, machines), PATIENCE, build, printer);
        world = stage.world;
        List<Machine> shuffled = new ArrayList<>(world.machines());
        Collections.shuffle(shuffled, luck);
        victim = shuffled.removeFirst();
        others = shuffled;
        thief = new Thief(victim, luck);
    }

    /** @throws BrokenPromise if something is not as it must be */
    public static void run(long seed, Build build, Optional<Consumer<String>> printer) {
        new KeyScene(seed, build, printer).run();
    }

    private void run() {
        world.machines().forEach(Machine::start);
        stage.gather(world.machines());
        write();
        until("all know all at first", stage::isSettled);
        stage.truth.restored(victim.id());
        for (int step = 0; step < STEPS; step++) {
            act(step);
            world.runFor(Duration.ofNanos(luck.nextLong(STEP.toNanos())));
        }
        stage.weather.calm();
        world.machines().forEach(Machine::start);
        until("the keys are changed", this::changed);
        write();
        until("all hold what was sealed", () -> problem().isEmpty());
    }

    private void act(int step) {
        Machine other = others.get(luck.nextInt(others.size()));
        switch (luck.nextInt(6)) {
            case 0 -> write();
            case 1 -> other.crash();
            case 2 -> other.start();
            case 3 -> {
                other.crash();
                thief.signs(other, circle());
            }
            case 4 -> {
                victim.crash();
                victim.start();
            }
            default -> change(step);
        }
    }

    /** Not at the first steps, so that forks are known to some before. */
    private void change(int step) {
        if (step > STEPS / 3 && changes < 3) {
            changes++;
            victim.changeKeys();
        }
    }

    private boolean changed() {
        if (victim.chain().epoch() == 0 && victim.store().chain(victim.id()).isEmpty()) {
            victim.changeKeys();
            return false;
        }
        Optional<Refusal> stopped = victim.status().orElseThrow().writing();
        if (stopped.isPresent() && STOPPED.contains(stopped.get())) {
            victim.changeKeys();
        }
        return stopped.isEmpty();
    }

    private CircleId circle() {
        return stage.circles.of(world.machines().getFirst()).getFirst();
    }

    private void write() {
        Writer writer = new Writer(world, victim);
        writer.write(Channel.CATALOGUE, Scope.everyCircle());
        stage.circles.of(victim).forEach(circle -> {
            writer.write(Channel.CALENDAR, Scope.of(circle));
            writer.write(Channel.CONTROL, Scope.of(circle));
        });
    }

    /** The first thing that is not yet as it should be. */
    private Optional<String> problem() {
        for (Machine other : others) {
            for (LogState own : victim.store().logs()) {
                if (own.log().school().equals(victim.id()) && !isSame(own, other)) {
                    return Optional.of("node-" + other.number() + " has another version of " + own.log() + ": "
                            + other.store().log(own.log()).map(KeyScene::brief).orElse("nothing") + " for "
                            + brief(own));
                }
            }
            Optional<String> more = more(other);
            if (more.isPresent()) {
                return more;
            }
        }
        return stage.convergence.missing();
    }

    private Optional<String> more(Machine machine) {
        return machine.store().logs().stream()
                .filter(state -> state.log().school().equals(victim.id()))
                .filter(state ->
                        state.held() > sealed(state.log()) || state.forkedAt().isPresent())
                .findFirst()
                .map(state -> "node-" + machine.number() + " holds more than was sealed: " + brief(state));
    }

    private long sealed(LogId log) {
        return victim.chain().seal(log).map(Seal::size).orElse(Long.MAX_VALUE);
    }

    /** A log of which nothing was sealed may be empty, or not there at all. */
    private static boolean isSame(LogState own, Machine other) {
        return other.store()
                .log(own.log())
                .map(there -> there.range().equals(own.range()) && there.head().equals(own.head()))
                .orElse(own.held() == 0);
    }

    private static String brief(LogState state) {
        return state.log() + " " + state.held() + " held, forked at " + state.forkedAt();
    }

    private void until(String what, BooleanSupplier condition) {
        stage.until(
                what, condition, () -> problem().map(missing -> ", " + missing).orElse(""));
    }
}
