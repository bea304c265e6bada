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
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.World;

/**
 * A school's computer is copied, and both run. Where the copy writes only after its first exchange with a neighbour that both
 * can reach, the two never sign two versions of anything (P2). Where it writes before that, or where the two live in
 * halves that do not hear each other, they may; then every neighbour gets the proof (P3). In both cases both stop, and the one
 * that people leave on goes on after its next start (P4).
 */
public final class CloneScene {
    private static final Stage.Patience PATIENCE =
            new Stage.Patience("P4", Duration.ofSeconds(5), Duration.ofMinutes(60));
    private static final Duration AGE = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofSeconds(20);
    /** By then what neighbours tell when a connection begins has made its way to both. */
    private static final Duration EXCHANGED = Duration.ofSeconds(10);

    private static final int STEPS = 15;
    private static final Optional<Refusal> STOPPED = Optional.of(Refusal.STOPPED_BY_HIGHER_HEAD);

    private final Stage stage;
    private final World world;
    private final SplittableRandom luck;
    private final Machine original;
    private final Machine copy;
    private final Machine common;
    private final List<Machine> others;
    /** The copy writes whenever it likes, and perhaps the network falls apart. */
    private final boolean blind;

    private CloneScene(long seed, Build build, Optional<Consumer<String>> printer) {
        luck = new Streams(seed).of("clone", 0);
        int machines = 3 + luck.nextInt(5) + 1;
        blind = luck.nextInt(4) == 0;
        boolean push = luck.nextInt(4) > 0;
        stage = new Stage(Stage.open(seed, Stage.NIGHT, push, machines), PATIENCE, build, printer);
        stage.weather.calm();
        world = stage.world;
        List<Machine> all = new ArrayList<>(world.machines());
        copy = all.removeLast();
        Collections.shuffle(all, luck);
        original = all.removeFirst();
        common = all.getFirst();
        others = all;
    }

    /** @throws BrokenPromise if something is not as it must be */
    public static void run(long seed, Build build, Optional<Consumer<String>> printer) {
        new CloneScene(seed, build, printer).run();
    }

    private void run() {
        original.start();
        others.forEach(Machine::start);
        List<Machine> schools = new ArrayList<>(others);
        schools.add(1, original);
        stage.gather(schools);
        write(original);
        until("all know all at first", () -> stage.circles.complete() && allHold(original));
        if (blind) {
            stage.truth.restored(original.id());
        }
        copied();
        live();
        world.network().heal();
        others.forEach(Machine::start);
        original.start();
        copy.start();
        until("both have stopped", () -> isStopped(original) && isStopped(copy));
        check();
    }

    /** The copy is made at some time, and runs some time later; the original may start again in between. */
    private void copied() {
        copy.becomesCloneOf(original);
        if (luck.nextBoolean()) {
            write(original);
        }
        if (luck.nextInt(3) == 0) {
            original.crash();
            original.start();
        }
        world.runFor(part(AGE));
        if (blind && luck.nextBoolean()) {
            apart();
        }
        copy.start();
    }

    /** The two do not hear each other, nor do their neighbours; the last one hears all from time to time. */
    private void apart() {
        int border = 1 + luck.nextInt(world.machines().size() - 1);
        for (Machine a : world.machines()) {
            for (Machine b : world.machines()) {
                boolean here = a != copy && (a == original || a.number() < border);
                boolean there = b != copy && (b == original || b.number() < border);
                if (here != there) {
                    world.network().cut(a.number(), b.number(), true);
                }
            }
        }
    }

    private void live() {
        long exchanged = Long.MAX_VALUE;
        for (int step = 0; step < STEPS; step++) {
            act();
            if (luck.nextInt(2) == 0) {
                write(original);
            }
            if (exchanged == Long.MAX_VALUE && isLinked()) {
                exchanged = world.nanos() + EXCHANGED.toNanos();
            }
            if (blind || world.nanos() > exchanged) {
                write(copy);
            }
            world.runFor(part(STEP));
        }
    }

    /** The neighbour that both can reach stays as it is. */
    private void act() {
        Machine other = others.get(luck.nextInt(others.size()));
        switch (luck.nextInt(6)) {
            case 0 -> {
                if (other != common) {
                    other.crash();
                }
            }
            case 1 -> other.start();
            case 2 -> world.network().breakLinks(luck.nextBoolean() ? original : other);
            default -> {}
        }
    }

    private boolean isLinked() {
        return copy.status().stream()
                .flatMap(status -> status.schools().stream())
                .anyMatch(school -> school.connected() && school.id().equals(common.id()));
    }

    private void write(Machine machine) {
        Writer writer = new Writer(world, machine);
        writer.write(Channel.CATALOGUE, Scope.everyCircle());
        if (luck.nextInt(3) == 0) {
            stage.circles.of(original).forEach(circle -> writer.write(Channel.CALENDAR, Scope.of(circle)));
        }
    }

    private static boolean isStopped(Machine machine) {
        Optional<Refusal> writing = machine.status().flatMap(ReplicaStatus::writing);
        return writing.equals(STOPPED) || writing.equals(Optional.of(Refusal.STOPPED_BY_FORK));
    }

    private void check() {
        Machine left = luck.nextBoolean() ? original : copy;
        original.stop();
        copy.stop();
        left.start();
        until("the one that is left may write", () -> mayWrite(left) || isProven() || isLost(left));
        if (isLost(left)) {
            left.changeKeys();
            until("new keys help", () -> mayWrite(left));
        }
        write(left);
        until("all know all", () -> mayWrite(left) && allHold(left) || isProven());
        if (!blind && world.machines().stream().anyMatch(this::isForked)) {
            throw new BrokenPromise("P4", "somebody holds a fork proof");
        }
    }

    private static boolean mayWrite(Machine machine) {
        return machine.status().stream().anyMatch(status -> status.writing().isEmpty());
    }

    /** What the two have signed against each other before they could hear of it is told to everybody. */
    private boolean isProven() {
        return blind && others.stream().allMatch(this::isForked);
    }

    /** The other one has signed what reached nobody whole: only new keys leave that behind. */
    private boolean isLost(Machine left) {
        return blind
                && left.store().logs().stream()
                        .filter(state -> state.log().school().equals(left.id()))
                        .filter(state -> state.known() > state.held())
                        .anyMatch(state -> others.stream()
                                .noneMatch(other -> other.store()
                                        .log(state.log())
                                        .filter(there -> there.held() >= state.known())
                                        .isPresent()));
    }

    private boolean isForked(Machine machine) {
        return machine.store().forks().stream()
                .anyMatch(proof -> proof.first().log().school().equals(original.id()));
    }

    private boolean allHold(Machine writer) {
        return writer.store().logs().stream()
                .filter(state -> state.log().school().equals(original.id()))
                .allMatch(state ->
                        others.stream().allMatch(reader -> head(reader, state).equals(state.head())));
    }

    private static Optional<SignedHead> head(Machine reader, LogState log) {
        return reader.store().log(log.log()).flatMap(LogState::head);
    }

    private void until(String what, BooleanSupplier condition) {
        stage.until(what, condition, () -> ", " + brief(original) + ", " + brief(copy) + (blind ? ", blind" : ""));
    }

    private static String brief(Machine machine) {
        String writing =
                machine.status().map(status -> "writing " + status.writing()).orElse("off");
        return "node-" + machine.number() + " " + writing;
    }

    private Duration part(Duration of) {
        return Duration.ofNanos(luck.nextLong(of.toNanos()));
    }
}
