// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.checkers.Convergence;
import org.gorizont.simulations.checkers.Invariants;
import org.gorizont.simulations.checkers.Truth;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Settings;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Schools propose, vote, remove each other and leave, while frames are lost and machines crash. In the end all that are
 * still in must have the same members, electorate and decisions (P7), whatever each has heard first.
 */
public final class VoteScene {
    private static final Instant START = Instant.parse("2026-09-01T01:00:00Z");
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration TURBULENT = Duration.ofMinutes(25);
    private static final int STEPS = 50;
    private static final int SALT_SIZE = 32;
    private static final List<Kind> VOTING = List.of(
            ControlDrafts.LEAVE,
            ControlDrafts.PROPOSAL,
            ControlDrafts.BALLOT,
            ControlDrafts.CERTIFICATE,
            ControlDrafts.CERTIFICATE_PART);
    private static final List<String> ROLES = List.of("coordinator", "methodist", "resource-centre");

    private final World world;
    private final Truth truth = new Truth();
    private final Weather weather;
    private final Circles circles;
    private final Convergence convergence;
    private final SplittableRandom luck;
    /** Machines with a program from before there were votes. */
    private final List<Machine> old = new ArrayList<>();

    /** Of these, the one through which the first machine and the others hear each other. */
    private @Nullable Machine middle;

    private int decided;

    private VoteScene(long seed, Build build, Optional<Consumer<String>> printer) {
        Streams streams = new Streams(seed);
        luck = streams.of("votes", 0);
        weather = new Weather(streams);
        Invariants invariants = new Invariants(truth);
        Settings settings =
                new Settings(seed, START, luck.nextBoolean(), POLL, Collections.nCopies(3 + luck.nextInt(5), false));
        world = new World(settings, weather, build, invariants, printer);
        Invariants.know(world, invariants);
        circles = new Circles(world, truth);
        convergence = new Convergence(world, truth);
    }

    /**
     * How many decisions were made.
     *
     * @throws BrokenPromise if something is not as it must be
     */
    public static int run(long seed, Build build, Optional<Consumer<String>> printer) {
        VoteScene scene = new VoteScene(seed, build, printer);
        scene.run();
        return scene.decided;
    }

    /**
     * Some have a program that knows nothing of votes. They keep and pass on what they do not understand: the others decide
     * through them, and once they have the new program, they know what was decided before.
     *
     * @throws BrokenPromise if something is not as it must be
     */
    public static void mixed(long seed, Build build, Optional<Consumer<String>> printer) {
        VoteScene scene = new VoteScene(seed, build, printer);
        scene.someAreOld();
        scene.run();
    }

    private void someAreOld() {
        List<Machine> machines = world.machines();
        middle = machines.get(1 + luck.nextInt(machines.size() - 1));
        for (Machine machine : machines.subList(1, machines.size())) {
            if (machine.equals(middle) || luck.nextInt(3) == 0) {
                machine.runsProgram(kind -> !VOTING.contains(kind));
                old.add(machine);
            }
        }
        // All that the first one has goes through the one in the middle.
        machines.stream().skip(1).filter(machine -> !machine.equals(middle)).forEach(machine -> {
            world.network().cut(0, machine.number(), true);
            world.network().cut(machine.number(), 0, true);
        });
    }

    private void upgrade() {
        until("the new ones know the same through the old ones", () -> agree(machinesNow()) || isMiddleOut());
        old.forEach(machine -> {
            machine.runsProgram(_ -> true);
            machine.stop();
            machine.start();
        });
        old.clear();
        world.network().heal();
    }

    /** Who was voted out passes nothing on any more: the two halves meet only when the network is whole again. */
    private boolean isMiddleOut() {
        return machinesNow().stream()
                .flatMap(machine -> machine.status().orElseThrow().circles().stream())
                .anyMatch(said -> middle != null && !said.members().contains(middle.id()));
    }

    private List<Machine> machinesNow() {
        return world.machines().stream()
                .filter(machine -> !old.contains(machine))
                .toList();
    }

    /** By what each of them says of the circle, if it is in it. */
    private boolean agree(List<Machine> machines) {
        return machines.stream()
                        .flatMap(machine -> machine.status().orElseThrow().circles().stream())
                        .filter(said -> said.standing() == ReplicaStatus.Standing.MEMBER)
                        .map(said -> List.of(said.members(), said.electorate(), said.decided()))
                        .distinct()
                        .count()
                <= 1;
    }

    private void run() {
        world.machines().forEach(Machine::start);
        circles.found(
                world.machines().getFirst(),
                "circle",
                circle -> world.machines().stream().skip(1).forEach(machine -> circles.join(machine, circle)));
        until("all are in", () -> circles.complete() && convergence.missing().isEmpty());
        CircleId circle = circles.of(world.machines().getFirst()).getFirst();
        for (int i = 0; i < STEPS; i++) {
            step(world.machine(luck.nextInt(world.machines().size())), circle);
            world.runFor(Duration.ofNanos(
                    luck.nextLong(TURBULENT.dividedBy(STEPS / 2).toNanos())));
        }
        weather.calm();
        world.machines().forEach(Machine::start);
        if (!old.isEmpty()) {
            upgrade();
        }
        until("all know the same", () -> convergence.missing().isEmpty());
        decided = world.machines().stream()
                .flatMap(machine -> known(machine, circle).stream())
                .mapToInt(state -> state.decided().size())
                .max()
                .orElse(0);
    }

    private void step(Machine machine, CircleId circle) {
        Optional<ReplicaStatus.Circle> state = known(machine, circle);
        switch (luck.nextInt(8)) {
            case 0 -> {
                machine.crash();
                world.later(Duration.ofSeconds(1 + luck.nextInt(120)), machine::start);
            }
            case 1, 2, 3 -> state.filter(_ -> !old.contains(machine)).ifPresent(known -> propose(machine, known));
            default -> state.filter(_ -> !old.contains(machine)).ifPresent(known -> answer(machine, known));
        }
    }

    private Optional<ReplicaStatus.Circle> known(Machine machine, CircleId circle) {
        return machine.status().stream()
                .flatMap(status -> status.circles().stream())
                .filter(state -> state.id().equals(circle))
                .findFirst();
    }

    private void propose(Machine machine, ReplicaStatus.Circle state) {
        var nonce = machine.bytes(Proposal.NONCE_SIZE);
        var salt = machine.bytes(SALT_SIZE);
        var ballotSalt = machine.bytes(SALT_SIZE);
        Action action = action(state);
        machine.ask(request -> new Input.ProposalMade(request, state.id(), action, nonce, salt, ballotSalt), _ -> {});
    }

    private Action action(ReplicaStatus.Circle state) {
        SchoolId school = world.machine(luck.nextInt(world.machines().size())).id();
        List<SchoolId> some = new ArrayList<>(state.members());
        some.removeIf(_ -> luck.nextInt(6) == 0);
        return switch (luck.nextInt(7)) {
            case 0, 1, 2 -> new Action.SealElectorate(some.isEmpty() ? state.members() : some);
            case 3 -> new Action.RemoveSchool(school, List.of());
            case 4 -> new Action.GrantRole(school, ROLES.get(luck.nextInt(ROLES.size())), LocalDate.EPOCH);
            case 5 ->
                new Action.AmendCharter(
                        new Terms("circle " + luck.nextInt(9), 1, Fraction.HALF, new Fraction(2, 3), 1));
            default -> new Action.DeclareDormant(school);
        };
    }

    private void answer(Machine machine, ReplicaStatus.Circle state) {
        for (ReplicaStatus.Open open : state.proposals()) {
            if (open.waiting() && luck.nextInt(5) > 0) {
                var salt = machine.bytes(SALT_SIZE);
                boolean yes = luck.nextInt(6) > 0;
                machine.ask(request -> new Input.BallotCast(request, state.id(), open.id(), yes, salt), _ -> {});
            }
        }
    }

    private void until(String what, BooleanSupplier condition) {
        if (!world.runUntil(condition, LOOK_EVERY, PATIENCE)) {
            throw new BrokenPromise(
                    "P7",
                    "not reached: " + what
                            + convergence
                                    .missing()
                                    .map(missing -> ", " + missing)
                                    .orElse(""));
        }
    }
}
