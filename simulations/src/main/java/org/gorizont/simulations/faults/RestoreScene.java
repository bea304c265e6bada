// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.World;

/**
 * A school gets an old backup back while one up-to-date neighbour can be reached and others are stale, off, or come late.
 * It must never sign a second version of anything (P4), and must be able to write in the end.
 */
public final class RestoreScene {
    private static final Stage.Patience PATIENCE =
            new Stage.Patience("P4", Duration.ofSeconds(5), Duration.ofMinutes(40));
    private static final Duration AFTER = Duration.ofMinutes(5);
    private static final int WRITES_AFTER = 20;

    private final Stage stage;
    private final World world;
    private final SplittableRandom luck;
    private final Machine restored;
    private final Machine upToDate;
    private final List<Machine> others;

    private RestoreScene(long seed, Build build, Optional<Consumer<String>> printer) {
        luck = new Streams(seed).of("restore", 0);
        stage = new Stage(Stage.open(seed, Stage.NIGHT, true, 3 + luck.nextInt(6)), PATIENCE, build, printer);
        stage.weather.calm();
        world = stage.world;
        List<Machine> shuffled = new ArrayList<>(world.machines());
        Collections.shuffle(shuffled, luck);
        restored = shuffled.removeFirst();
        upToDate = shuffled.removeFirst();
        others = shuffled;
        stage.truth.getsAnOldDisk(restored.id());
    }

    /** @throws BrokenPromise if something is not as it must be */
    public static void run(long seed, Build build, Optional<Consumer<String>> printer) {
        new RestoreScene(seed, build, printer).run();
    }

    private void run() {
        world.machines().forEach(Machine::start);
        stage.gather(world.machines());
        write(restored, 1 + luck.nextInt(3));
        settle("before the backup");
        // Addresses need a moment more: whoever knows nobody's could not be reached by anybody.
        world.runFor(Stage.POLL.multipliedBy(2));
        MemoryLogStore backup = restored.backup();
        others.stream().filter(_ -> luck.nextBoolean()).forEach(Machine::stop);
        write(restored, 1 + luck.nextInt(5));
        stage.until("the neighbour has everything", () -> holdsAll(upToDate));
        others.stream().filter(_ -> luck.nextInt(3) == 0).forEach(this::startSoon);
        restored.crash();
        world.runFor(part(Duration.ofSeconds(30)));
        restored.restore(backup);
        restored.start();
        others.forEach(this::startSoon);
        for (int i = 0; i < WRITES_AFTER; i++) {
            write(restored, 1);
            world.runFor(part(AFTER.dividedBy(WRITES_AFTER / 2)));
        }
        settle("after the restore");
        stage.until(
                "the school may write",
                () -> restored.status().orElseThrow().writing().isEmpty());
        noForks();
    }

    private void write(Machine machine, int times) {
        Writer writer = new Writer(world, machine);
        for (int i = 0; i < times; i++) {
            boolean scoped = luck.nextInt(3) == 0 && !stage.circles.of(machine).isEmpty();
            writer.write(
                    scoped ? Channel.CALENDAR : Channel.CATALOGUE,
                    scoped ? Scope.of(stage.circles.of(machine).getFirst()) : Scope.everyCircle());
        }
    }

    private void startSoon(Machine machine) {
        if (luck.nextBoolean()) {
            world.later(part(AFTER), machine::start);
        }
    }

    private boolean holdsAll(Machine reader) {
        return restored.store().logs().stream()
                .filter(log -> log.log().school().equals(restored.id()))
                .allMatch(log -> head(reader, log).equals(log.head()));
    }

    private static Optional<SignedHead> head(Machine reader, LogState log) {
        return reader.store().log(log.log()).flatMap(LogState::head);
    }

    private void settle(String when) {
        world.machines().forEach(Machine::start);
        stage.until("all know all " + when, stage::isSettled);
    }

    private void noForks() {
        for (Machine machine : world.machines()) {
            if (!machine.store().forks().isEmpty()) {
                throw new BrokenPromise("P4", "node-" + machine.number() + " holds a fork proof");
            }
        }
    }

    private Duration part(Duration of) {
        return Duration.ofNanos(luck.nextLong(of.toNanos()));
    }
}
