// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;
import org.gorizont.simulations.checkers.Truth;
import org.gorizont.simulations.faults.Circles;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Settings;
import org.gorizont.simulations.world.Trace;
import org.gorizont.simulations.world.Watch;
import org.gorizont.simulations.world.World;

/** A world in which all machines are to be in one circle: the first one founds it, all others ask to join at once. */
final class Gathered {
    private static final Instant START = Instant.parse("2026-09-01T05:00:00Z");
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    /** With header and salt an entry of 500 bytes. */
    private static final int BODY_BYTES = 390;

    private final World world;
    private final Circles circles;
    private Optional<CircleId> circle = Optional.empty();

    /** @param poll how often machines ask each other what is new */
    Gathered(int machines, long seed, Duration poll, Watch watch) {
        Settings settings = new Settings(seed, START, true, poll, Collections.nCopies(machines, false));
        world = new World(settings, new GoodLines(), Build.REAL, watch, Trace.SILENT);
        circles = new Circles(world, new Truth());
    }

    World world() {
        return world;
    }

    CircleId circle() {
        return circle.orElseThrow();
    }

    /** Until each machine is in the circle and knows all the others; how long that took. */
    Duration gather(Duration atMost) {
        long began = world.nanos();
        world.machines().forEach(Machine::start);
        circles.found(world.machine(0), "circle", id -> {
            circle = Optional.of(id);
            world.machines().stream().skip(1).forEach(machine -> circles.join(machine, id));
        });
        if (!world.runUntil(() -> circles.complete() && allKnowAll(), LOOK_EVERY, atMost)) {
            throw new IllegalStateException("not all know all within " + atMost);
        }
        return Duration.ofNanos(world.nanos() - began);
    }

    private boolean allKnowAll() {
        int all = world.machines().size();
        return world.machines().stream().allMatch(machine -> knows(machine) == all);
    }

    private static int knows(Machine machine) {
        return machine.status().stream()
                .flatMap(status -> status.circles().stream())
                .mapToInt(circle -> circle.members().size())
                .max()
                .orElse(0);
    }

    /** A machine publishes one entry of 500 bytes. */
    void publish(Machine machine) {
        Draft draft = new Draft(
                new Kind("note", 1, 0),
                new RecordId(machine.bytes(RecordId.SIZE)),
                Verb.PUT,
                Retention.LATEST,
                world.now(),
                List.of(),
                Optional.of(new Body(machine.bytes(Body.SALT_SIZE), machine.bytes(BODY_BYTES))));
        machine.ask(
                request -> new Input.Published(request, Channel.CATALOGUE, Scope.everyCircle(), List.of(draft)),
                _ -> {});
    }

    /** Whether each machine holds all that all have published. */
    boolean isComplete() {
        return world.machines().stream().allMatch(this::isComplete);
    }

    /** Whether a machine holds all that all have published. */
    boolean isComplete(Machine reader) {
        return world.machines().stream()
                .flatMap(owner -> own(owner).stream())
                .allMatch(state ->
                        reader.store().log(state.log()).map(LogState::head).equals(Optional.of(state.head()))
                                && reader.store()
                                        .missingBodies(state.log(), 0, 1)
                                        .isEmpty());
    }

    /** A machine's own logs. */
    static List<LogState> own(Machine owner) {
        return owner.store().logs().stream()
                .filter(state -> state.log().school().equals(owner.id()))
                .toList();
    }
}
