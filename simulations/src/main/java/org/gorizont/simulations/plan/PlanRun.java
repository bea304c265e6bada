// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.protocol.replica.ReplicaConfig;
import org.gorizont.simulations.checkers.Truth;
import org.gorizont.simulations.faults.Circles;
import org.gorizont.simulations.scenario.Scenario;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Settings;
import org.gorizont.simulations.world.Trace;
import org.gorizont.simulations.world.World;

/**
 * One run of a scenario: before its start the circles are founded and all join, with every machine on; then schools keep
 * their hours and publish; after the end nothing new is published, and what is on its way may still arrive for two days.
 */
public final class PlanRun {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration BEFORE = Duration.ofHours(2);
    private static final Duration AFTER = Duration.ofDays(2);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration COUNT_EVERY = Duration.ofMinutes(10);

    private final Scenario scenario;
    private final World world;
    private final Knowledge knowledge;
    private final Attendance attendance;
    private final long[] neighbours;
    private final long[] counted;

    public PlanRun(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.knowledge = new Knowledge(scenario);
        List<Boolean> natted =
                scenario.schools().stream().map(school -> school.line().nat()).toList();
        Settings settings = new Settings(seed, scenario.start().minus(BEFORE), true, ReplicaConfig.POLL, natted);
        this.world = new World(settings, new PlanConditions(scenario), Build.REAL, knowledge, Trace.SILENT);
        this.attendance = new Attendance(world, scenario);
        this.neighbours = new long[natted.size()];
        this.counted = new long[natted.size()];
    }

    /** @throws IllegalStateException if the circles did not come together */
    public RunFigures run() {
        gather();
        world.runFor(BEFORE.minusNanos(world.nanos()));
        Figures before = new Figures();
        knowledge.begin(attendance, world::nanos);
        attendance.begin();
        publishing();
        faults();
        count();
        world.runFor(scenario.duration());
        Figures after = new Figures();
        knowledge.end();
        world.runUntil(knowledge::complete, LOOK_EVERY, AFTER);
        return figures(before, after);
    }

    private void gather() {
        Circles circles = new Circles(world, new Truth());
        world.machines().forEach(Machine::start);
        for (Scenario.Circle circle : scenario.circles()) {
            int founder = circle.members().stream()
                    .filter(i -> !world.machine(i).natted())
                    .findFirst()
                    .orElseThrow();
            world.later(
                    Duration.ofSeconds(1),
                    () -> circles.found(
                            world.machine(founder),
                            circle.name(),
                            id -> circle.members().stream()
                                    .filter(i -> i != founder)
                                    .forEach(i -> circles.join(world.machine(i), id))));
        }
        boolean gathered = world.runUntil(
                () -> world.nanos() > LOOK_EVERY.toNanos() && circles.complete(), LOOK_EVERY, BEFORE.dividedBy(2));
        if (!gathered) {
            throw new IllegalStateException(
                    "not all schools could join within " + BEFORE.dividedBy(2).toMinutes() + " min");
        }
    }

    private void publishing() {
        for (int number = 0; number < scenario.loads().size(); number++) {
            for (Machine machine : world.machines()) {
                Publishing publishing = new Publishing(world, scenario.loads().get(number), number, machine);
                for (Duration day = Duration.ZERO; day.compareTo(scenario.duration()) < 0; day = day.plus(DAY)) {
                    publishing.day(day);
                }
            }
        }
    }

    private void faults() {
        SplittableRandom luck = world.streams().of("faults", 0);
        for (Scenario.SwitchOff fault : scenario.faults()) {
            world.later(
                    fault.at(),
                    () -> new Victims(world, fault.whom(), luck)
                            .choose()
                            .forEach(school -> attendance.switchOff(school, fault.lasting())));
        }
    }

    /** Counts connections every now and then. */
    private void count() {
        for (Machine machine : world.machines()) {
            if (machine.isOn()) {
                neighbours[machine.number()] += world.network().connections(machine.number());
                counted[machine.number()]++;
            }
        }
        world.later(COUNT_EVERY, this::count);
    }

    private RunFigures figures(Figures before, Figures after) {
        double scale = (double) YEAR.toNanos() / scenario.duration().toNanos();
        List<RunFigures.SchoolFigures> schools = new ArrayList<>();
        for (int i = 0; i < neighbours.length; i++) {
            Delays delays = knowledge.delays(i);
            schools.add(new RunFigures.SchoolFigures(
                    (after.traffic[i] - before.traffic[i]) * scale,
                    (after.disk[i] - before.disk[i]) * scale,
                    delays.meanNanos(),
                    delays.offShare(),
                    counted[i] == 0 ? 0 : (double) neighbours[i] / counted[i],
                    knowledge.lacking(i)));
        }
        List<Spread> spreads = knowledge.spreads();
        return new RunFigures(
                quantile(spreads, 0.5, 0.5),
                quantile(spreads, 0.95, 0.5),
                quantile(spreads, 1, 0.5),
                quantile(spreads, 1, 0.95),
                spreads.size(),
                (int) spreads.stream().filter(spread -> !spread.isComplete()).count(),
                schools);
    }

    /** Over all entries, until this share of the schools knew. */
    private static long quantile(List<Spread> spreads, double share, double quantile) {
        long[] sorted = spreads.stream()
                .mapToLong(spread -> spread.until(share))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Spread.NEVER : sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }

    /** What has been sent and stored up to a moment. */
    private final class Figures {
        final long[] traffic = new long[neighbours.length];
        final long[] disk = new long[neighbours.length];

        Figures() {
            for (int i = 0; i < traffic.length; i++) {
                traffic[i] = world.network().sentBytes(i) + world.network().receivedBytes(i);
                disk[i] = knowledge.diskBytes(i);
            }
        }
    }
}
