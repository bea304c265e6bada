// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gorizont.simulations.faults.Scene;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;

/**
 * Many runs of several scenes, one a processor at a time: the first seed of each scene, then the second of each, and so on.
 * What a run does depends on its scene and seed alone; only which runs still begin depends on the time.
 */
public final class Campaign {
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);

    private final List<Scene> scenes;
    private final long first;
    private final long runs;
    private final long deadline;
    private final Build build;
    private final Consumer<Progress> listener;
    private final long began = System.nanoTime();
    private final Map<Scene, Tally> tallies = new EnumMap<>(Scene.class);
    private final List<Failure> failures = new ArrayList<>();
    private long begun;
    private long told = began;

    /** A run in which a promise was broken, or that ended with an exception. */
    public record Failure(Scene scene, long seed, String problem) {}

    /** How far it is. */
    public record Progress(long done, long of, int failed, Duration took) {}

    /** How the runs of one scene went. */
    public record Tally(Scene scene, long runs, long failed, Duration longest, long slowest) {
        private Tally with(Run run) {
            boolean slower = run.took.compareTo(longest) > 0;
            return new Tally(
                    scene,
                    runs + 1,
                    failed + (run.problem.isEmpty() ? 0 : 1),
                    slower ? run.took : longest,
                    slower ? run.seed : slowest);
        }
    }

    /** Everything that is known at the end. */
    public record Result(List<Tally> tallies, List<Failure> failures, Duration took) {
        public long runs() {
            return tallies.stream().mapToLong(Tally::runs).sum();
        }

        public double runsAnHour() {
            return runs() * 3_600.0 / Math.max(1e-3, took.toNanos() / 1e9);
        }
    }

    private record Run(Scene scene, long seed, Duration took, Optional<String> problem) {}

    /**
     * @param seeds of each scene
     * @param atMost after which no run begins
     */
    public Campaign(
            List<Scene> scenes, long first, long seeds, Duration atMost, Build build, Consumer<Progress> listener) {
        this.scenes = List.copyOf(scenes);
        this.first = first;
        this.runs = Math.multiplyExact(seeds, scenes.size());
        this.deadline = began + atMost.toNanos();
        this.build = build;
        this.listener = listener;
        scenes.forEach(scene -> tallies.put(scene, new Tally(scene, 0, 0, Duration.ZERO, first)));
    }

    public Result run() {
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(_ -> work());
        failures.sort(Comparator.comparing(Failure::scene).thenComparingLong(Failure::seed));
        return new Result(List.copyOf(tallies.values()), failures, since(began));
    }

    private void work() {
        for (long next = next(); next >= 0; next = next()) {
            Scene scene = scenes.get((int) (next % scenes.size()));
            done(run(scene, first + next / scenes.size()));
        }
    }

    private Run run(Scene scene, long seed) {
        long start = System.nanoTime();
        try {
            scene.run(seed, build, Trace.SILENT);
            return new Run(scene, seed, since(start), Optional.empty());
        } catch (RuntimeException e) {
            return new Run(scene, seed, since(start), Optional.of(e.toString()));
        }
    }

    private synchronized long next() {
        return begun < runs && System.nanoTime() < deadline ? begun++ : -1;
    }

    private synchronized void done(Run run) {
        tallies.compute(run.scene, (scene, tally) -> tally == null ? null : tally.with(run));
        run.problem.ifPresent(problem -> failures.add(new Failure(run.scene, run.seed, problem)));
        if (System.nanoTime() - told > TELL_EVERY.toNanos()) {
            told = System.nanoTime();
            long done = tallies.values().stream().mapToLong(Tally::runs).sum();
            listener.accept(new Progress(done, runs, failures.size(), since(began)));
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
