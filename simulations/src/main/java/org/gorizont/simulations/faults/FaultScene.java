// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.checkers.Convergence;
import org.gorizont.simulations.checkers.Invariants;
import org.gorizont.simulations.checkers.Truth;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Settings;
import org.gorizont.simulations.world.Streams;
import org.gorizont.simulations.world.Trace;
import org.gorizont.simulations.world.World;

/** One run with faults. The seed decides everything; checkers look on; then the faults stop, and all must agree. */
public final class FaultScene {
    private static final Instant START = Instant.parse("2026-09-01T05:00:00Z");
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    /** By then everybody who is on must know everything: the longest pause between dials is 15 minutes. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(40);

    /** Seeds that are divisible by it have 50 to 200 machines. */
    public static final long LARGE_EVERY = 256;

    /** Other seeds that are divisible by it have 13 to 30 machines, the rest 2 to 12. */
    public static final long MIDDLE_EVERY = 8;

    /** In runs with such seeds schools revise what they have, and raise floors early. */
    public static final long FLOORS_EVERY = 5;

    private static final int EARLY = 16;

    private final long seed;
    private final boolean push;
    private final Build build;
    private final boolean lying;
    private final Optional<Consumer<String>> printer;

    /** How a run went. */
    public record Result(long seed, boolean push, int machines, int faults, long steps, Duration settled, long hash) {}

    public FaultScene(long seed, boolean push, Build build, Optional<Consumer<String>> printer) {
        this(seed, push, build, false, printer);
    }

    private FaultScene(long seed, boolean push, Build build, boolean lying, Optional<Consumer<String>> printer) {
        this.seed = seed;
        this.push = push;
        this.build = build;
        this.lying = lying;
        this.printer = printer;
    }

    /** One member lies: see {@link Liar}. */
    static FaultScene lying(long seed, boolean push, Build build, Optional<Consumer<String>> printer) {
        return new FaultScene(seed, push, build, true, printer);
    }

    /** The real program, without a trace. */
    public static Result run(long seed, boolean push) {
        return new FaultScene(seed, push, Build.REAL, Trace.SILENT).run();
    }

    /** @throws BrokenPromise if something is not as it must be */
    public Result run() {
        Streams streams = new Streams(seed);
        SplittableRandom luck = streams.of("scene", 0);
        int machines = machines(luck);
        List<Boolean> natted = natted(luck, machines);
        Duration within = Duration.ofSeconds(60 + luck.nextInt(240));
        int restorable = machines > 2 && luck.nextInt(8) == 0 ? machines - 1 : -1;
        FaultPlan plan = FaultPlan.draw(streams.of("faults", 0), machines, within, restorable)
                .withFullDisks(streams.of("disks", 0), machines, within);
        Weather weather = new Weather(streams);
        Truth truth = new Truth();
        Invariants invariants = new Invariants(truth);
        boolean floors = seed % FLOORS_EVERY == 0;
        Settings settings = new Settings(seed, START, push, POLL, natted);
        Liar liar = new Liar(build, lying ? machines - 1 : machines, streams.of("liar", 0));
        World world =
                new World(floors ? settings.withFloorAtLeast(EARLY) : settings, weather, liar, invariants, printer);
        Invariants.know(world, invariants);
        wrongClocks(world, streams.of("clocks", 0));
        if (restorable >= 0 || lying) {
            // Nothing is promised about its own logs.
            truth.restored(world.machine(machines - 1).id());
        }
        Circles circles = new Circles(world, truth);
        new Work(world, circles, truth, within, floors).schedule();
        FaultActs acts = new FaultActs(world, circles);
        acts.schedule(plan);
        world.machines().forEach(machine -> machine.start());
        world.runFor(within);
        weather.calm();
        acts.end();
        return settle(world, circles, truth, plan);
    }

    private Result settle(World world, Circles circles, Truth truth, FaultPlan plan) {
        long before = world.nanos();
        Convergence convergence = new Convergence(world, truth);
        boolean settled =
                world.runUntil(() -> circles.complete() && convergence.missing().isEmpty(), LOOK_EVERY, SETTLED_AFTER);
        if (!settled) {
            throw new BrokenPromise(
                    "P6",
                    convergence.missing().orElse("some school could not join") + ", " + SETTLED_AFTER.toMinutes()
                            + " minutes after the last fault");
        }
        Duration took = Duration.ofNanos(world.nanos() - before);
        world.runFor(POLL.multipliedBy(2));
        convergence.missing().ifPresent(missing -> {
            throw new BrokenPromise("P6", "it was settled, and then " + missing);
        });
        return new Result(
                seed,
                push,
                world.machines().size(),
                plan.faults().size(),
                world.steps(),
                took,
                world.trace().hash());
    }

    /** Nothing but what is shown to people may depend on clocks. */
    private static void wrongClocks(World world, SplittableRandom luck) {
        for (Machine machine : world.machines()) {
            if (luck.nextInt(6) == 0) {
                machine.clockAhead(Duration.ofDays(luck.nextInt(-5_000, 5_000)));
            }
        }
    }

    private int machines(SplittableRandom luck) {
        if (seed % LARGE_EVERY == 0) {
            return 50 + luck.nextInt(151);
        }
        return seed % MIDDLE_EVERY == 0 ? 13 + luck.nextInt(18) : 2 + luck.nextInt(11);
    }

    /** The first machine can always be dialled. */
    private static List<Boolean> natted(SplittableRandom luck, int machines) {
        double share = luck.nextInt(2) * luck.nextDouble() * 0.7;
        List<Boolean> natted = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            natted.add(i > 0 && luck.nextDouble() < share);
        }
        return natted;
    }
}
