// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Schools propose, vote, remove each other and leave, while frames are lost and machines crash. In the end all that are
 * still in must have the same members, electorate and decisions (P7), whatever each has heard first.
 */
public final class VoteScene {
    private static final Stage.Patience PATIENCE =
            new Stage.Patience("P7", Duration.ofSeconds(20), Duration.ofHours(2));
    private static final Duration TURBULENT = Duration.ofMinutes(25);
    private static final int STEPS = 50;
    private static final List<Kind> VOTING = List.of(
            ControlDrafts.LEAVE,
            ControlDrafts.PROPOSAL,
            ControlDrafts.BALLOT,
            ControlDrafts.CERTIFICATE,
            ControlDrafts.CERTIFICATE_PART);
    private static final List<String> ROLES = List.of("coordinator", "methodist", "resource-centre");

    private final Stage stage;
    private final World world;
    private final SplittableRandom luck;
    /** Machines with a program from before there were votes. */
    private final List<Machine> old = new ArrayList<>();

    /** Of these, the one through which the first machine and the others hear each other. */
    private @Nullable Machine middle;

    private int decided;

    private VoteScene(long seed, Build build, Optional<Consumer<String>> printer) {
        luck = new Streams(seed).of("votes", 0);
        boolean push = luck.nextBoolean();
        stage = new Stage(Stage.open(seed, Stage.NIGHT, push, 3 + luck.nextInt(5)), PATIENCE, build, printer);
        world = stage.world;
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
     * through them, and once they have the new program, they know what was decided before. Some of the others have a program
     * from later, with frames and fields that nobody else can read.
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
        SplittableRandom later = world.streams().of("later", 0);
        machines.stream()
                .filter(machine -> !old.contains(machine) && later.nextInt(3) > 0)
                .forEach(Machine::runsLaterProgram);
        // All that the first one has goes through the one in the middle.
        machines.stream().skip(1).filter(machine -> !machine.equals(middle)).forEach(machine -> {
            world.network().cut(0, machine.number(), true);
            world.network().cut(machine.number(), 0, true);
        });
    }

    private void upgrade() {
        stage.until("the new ones know the same through the old ones", () -> agree(machinesNow()) || isMiddleOut());
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
        stage.gather(world.machines());
        stage.until("all are in", stage::isSettled);
        CircleId circle = stage.circles.of(world.machines().getFirst()).getFirst();
        for (int i = 0; i < STEPS; i++) {
            step(world.machine(luck.nextInt(world.machines().size())), circle);
            world.runFor(Duration.ofNanos(
                    luck.nextLong(TURBULENT.dividedBy(STEPS / 2).toNanos())));
        }
        stage.weather.calm();
        world.machines().forEach(Machine::start);
        if (!old.isEmpty()) {
            upgrade();
        }
        stage.until("all know the same", () -> stage.convergence.missing().isEmpty());
        decided = world.machines().stream()
                .flatMap(machine -> Polls.known(machine, circle).stream())
                .mapToInt(state -> state.decided().size())
                .max()
                .orElse(0);
    }

    private void step(Machine machine, CircleId circle) {
        Optional<ReplicaStatus.Circle> state = Polls.known(machine, circle);
        switch (luck.nextInt(8)) {
            case 0 -> {
                machine.crash();
                world.later(Duration.ofSeconds(1 + luck.nextInt(120)), machine::start);
            }
            case 1, 2, 3 ->
                state.filter(_ -> !old.contains(machine))
                        .ifPresent(known -> Polls.propose(machine, circle, action(known)));
            default -> state.filter(_ -> !old.contains(machine)).ifPresent(known -> answer(machine, known));
        }
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
                Polls.answer(machine, state.id(), open.id(), luck.nextInt(6) > 0);
            }
        }
    }
}
