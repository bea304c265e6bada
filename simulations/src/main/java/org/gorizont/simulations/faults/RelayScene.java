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
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Scope;
import org.gorizont.simulations.checkers.BrokenPromise;
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
    /** The longest pause between dials is 15 minutes. */
    private static final Duration LONG = Duration.ofMinutes(40);

    private static final Stage.Patience PATIENCE = new Stage.Patience("P6", Duration.ofSeconds(10), LONG);

    private final Stage stage;
    private final World world;
    private final SplittableRandom luck;

    private RelayScene(long seed, boolean push, Build build, Optional<Consumer<String>> printer) {
        luck = new Streams(seed).of("relay", 0);
        int machines = 3 + luck.nextInt(6);
        List<Boolean> waiting = new ArrayList<>(Collections.nCopies(machines, false));
        waiting.set(0, true);
        waiting.set(1, true);
        List<Boolean> natted = Collections.nCopies(machines, true);
        Settings settings = new Settings(seed, Stage.MORNING, push, Stage.POLL, natted, waiting);
        stage = new Stage(settings, PATIENCE, build, printer);
        world = stage.world;
    }

    /** @throws BrokenPromise if something is not as it must be */
    public static void run(long seed, boolean push, Build build, Optional<Consumer<String>> printer) {
        new RelayScene(seed, push, build, printer).run();
    }

    private void run() {
        Machine first = world.machine(0);
        Machine second = world.machine(1);
        world.machines().forEach(Machine::start);
        stage.gather(world.machines());
        world.machines().forEach(this::write);
        stage.until("all know all after joining", stage::isSettled);
        // Addresses need a moment more: the second one has to know the first one's callers, and they the second one.
        world.runFor(Stage.POLL.multipliedBy(2));
        first.stop();
        first.newToken();
        breakSome();
        world.later(Duration.ofSeconds(luck.nextInt(60)), first::start);
        world.runFor(Duration.ofMinutes(2));
        write(first);
        stage.until("all know all after the new token", stage::isSettled);
        stage.weather.calm();
        world.runFor(LONG);
        second.crash();
        breakSome();
        world.machines().stream().filter(Machine::isOn).forEach(this::write);
        stage.until("all know all with the new token alone", this::allOnKnowEachOther, () -> "");
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
}
