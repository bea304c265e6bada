// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.ReplicaStatus.Standing;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.World;

/**
 * Several members act together, in no electorate more than half: see {@link Plot}. The others go on voting, and lines break
 * and machines crash. At no moment does an honest school hold that another honest one was removed, that the charter reads
 * otherwise or that others vote, and in the end all honest schools know the same (P7).
 */
final class ColluderScene {
    private static final Stage.Patience PATIENCE =
            new Stage.Patience("P7", Duration.ofSeconds(20), Duration.ofMinutes(45));
    private static final Duration STEP = Duration.ofSeconds(60);
    private static final int STEPS = 25;

    private final TwoFaced build;
    private final Stage stage;
    private final World world;
    private final SplittableRandom luck;
    private final List<Machine> honest;
    private final List<Machine> colluders;

    private ColluderScene(long seed, Build honestly, Optional<Consumer<String>> printer) {
        luck = new Streams(seed).of("colluders", 0);
        build = new TwoFaced(honestly);
        int machines = 5 + luck.nextInt(5);
        boolean push = luck.nextBoolean();
        stage = new Stage(Stage.open(seed, Stage.NIGHT, push, machines), PATIENCE, build, printer);
        world = stage.world;
        List<Machine> shuffled = new ArrayList<>(world.machines());
        Collections.shuffle(shuffled, luck);
        int few = 2 + luck.nextInt((machines - 1) / 2 - 1);
        colluders = List.copyOf(shuffled.subList(0, few));
        honest = List.copyOf(shuffled.subList(few, machines));
    }

    /** @throws BrokenPromise if something is not as it must be */
    static void run(long seed, Build build, Optional<Consumer<String>> printer) {
        new ColluderScene(seed, build, printer).run();
    }

    private void run() {
        world.machines().forEach(Machine::start);
        List<Machine> founderFirst = new ArrayList<>(honest);
        founderFirst.addAll(colluders);
        stage.gather(founderFirst);
        stage.until("all are in", stage::isSettled);
        CircleId circle = stage.circles.of(honest.getFirst()).getFirst();
        List<Hash> electorates = new ArrayList<>(List.of(circle.hash()));
        electorates.add(seal(circle, List.of(honest.get(0), honest.get(1), colluders.getFirst())));
        electorates.add(seal(circle, world.machines()));
        Terms terms = known(honest.getFirst(), circle).terms();
        colluders.forEach(machine -> stage.truth.restored(machine.id()));
        Plot plot = new Plot(world, circle, colluders, honest, build, luck);
        plot.begin();
        for (int i = 0; i < STEPS; i++) {
            act(circle, plot, electorates);
            world.runFor(Duration.ofNanos(luck.nextLong(STEP.toNanos())));
            unharmed(circle, terms);
        }
        stage.weather.calm();
        world.network().heal();
        world.machines().forEach(Machine::start);
        stage.until(
                "all honest schools know the same",
                () -> {
                    unharmed(circle, terms);
                    return agree(circle) && isDecidedByOthers(circle);
                },
                () -> "");
    }

    private ReplicaStatus.Circle known(Machine machine, CircleId circle) {
        return Polls.known(machine, circle).orElseThrow();
    }

    /** The founder asks for a larger electorate, and everybody says yes. */
    private Hash seal(CircleId circle, List<Machine> members) {
        TreeSet<SchoolId> schools = new TreeSet<>();
        members.forEach(machine -> schools.add(machine.id()));
        List<Hash> named = new ArrayList<>();
        Polls.propose(honest.getFirst(), circle, new Action.SealElectorate(List.copyOf(schools)), named::add);
        stage.until("the electorate of " + schools.size() + " is sealed", () -> {
            world.machines().forEach(machine -> answer(machine, circle, _ -> true, new ArrayList<>()));
            return world.machines().stream()
                    .allMatch(machine -> known(machine, circle).electorate().equals(List.copyOf(schools)));
        });
        return named.getLast();
    }

    private void act(CircleId circle, Plot plot, List<Hash> electorates) {
        Machine machine = honest.get(luck.nextInt(honest.size()));
        switch (luck.nextInt(8)) {
            case 0 -> {
                machine.crash();
                world.later(Duration.ofSeconds(1 + luck.nextInt(120)), machine::start);
            }
            case 1 -> {
                int other = luck.nextInt(world.machines().size());
                world.network().cut(machine.number(), other, true);
                world.network().cut(other, machine.number(), true);
            }
            case 2 -> world.network().heal();
            case 3 -> propose(machine, circle);
            case 4 -> plot.flood();
            default -> plot.ask(electorates);
        }
        List<Hash> open = new ArrayList<>();
        honest.forEach(school -> answer(school, circle, author -> isHonest(author), open));
        if (!open.isEmpty() && luck.nextInt(3) == 0) {
            plot.answer(open.getFirst());
        }
    }

    private void propose(Machine machine, CircleId circle) {
        SchoolId school = honest.get(luck.nextInt(honest.size())).id();
        Polls.propose(machine, circle, new Action.GrantRole(school, "methodist", LocalDate.EPOCH));
    }

    private boolean isHonest(SchoolId school) {
        return honest.stream().anyMatch(machine -> machine.id().equals(school));
    }

    /** Says yes to what such schools propose. */
    private static void answer(Machine machine, CircleId circle, Predicate<SchoolId> authors, List<Hash> seen) {
        Polls.known(machine, circle).stream()
                .flatMap(state -> state.proposals().stream())
                .filter(open -> authors.test(open.author()))
                .forEach(open -> {
                    seen.add(open.id());
                    if (open.waiting()) {
                        Polls.answer(machine, circle, open.id(), true);
                    }
                });
    }

    private boolean agree(CircleId circle) {
        return honest.stream()
                        .map(machine -> known(machine, circle))
                        .map(said -> List.of(said.members(), said.decided()))
                        .distinct()
                        .count()
                == 1;
    }

    /** What honest schools ask for gets through without the others. */
    private boolean isDecidedByOthers(CircleId circle) {
        honest.forEach(machine -> answer(machine, circle, this::isHonest, new ArrayList<>()));
        return honest.stream()
                .flatMap(machine -> known(machine, circle).proposals().stream())
                .noneMatch(open -> isHonest(open.author()));
    }

    private void unharmed(CircleId circle, Terms terms) {
        for (Machine machine : honest) {
            Polls.known(machine, circle).flatMap(said -> harm(said, terms)).ifPresent(harm -> {
                throw new BrokenPromise("P7", "a minority has its way: node-" + machine.number() + " " + harm);
            });
        }
    }

    private Optional<String> harm(ReplicaStatus.Circle said, Terms terms) {
        if (said.standing() != Standing.MEMBER) {
            return Optional.of("is " + said.standing());
        }
        if (!honest.stream().allMatch(machine -> said.members().contains(machine.id()))) {
            return Optional.of("misses an honest member");
        }
        if (!said.terms().equals(terms)) {
            return Optional.of("reads another charter");
        }
        return said.electorate().size() == world.machines().size()
                ? Optional.empty()
                : Optional.of("knows an electorate of " + said.electorate().size());
    }
}
