// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.faults.FaultScene;
import org.gorizont.simulations.faults.Scene;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Trace;

/** {@code simulate check}: runs seeds of one kind of scene and says how each went. Exit status 1 when a promise was broken. */
public final class CheckCommand {
    private static final String USAGE =
            "usage: gorizont simulate check [--scene NAME] [--seed N] [--seeds M] [--push on|off] [--trace]";

    private final PrintStream out;
    private final PrintStream err;

    private record Options(Scene scene, long seed, long seeds, boolean push, boolean trace) {}

    CheckCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** How to run one seed again. */
    public static String replay(long seed, boolean push) {
        return "./gorizont simulate check --seed " + seed + (push ? "" : " --push off");
    }

    int run(List<String> args) {
        Optional<Options> options = parse(args);
        if (options.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        long failed = 0;
        for (long i = 0; i < options.get().seeds; i++) {
            failed += check(options.get().seed + i, options.get()) ? 0 : 1;
        }
        out.println(options.get().seeds + " seeds, " + failed + " failed");
        return failed == 0 ? 0 : 1;
    }

    private boolean check(long seed, Options options) {
        Optional<Consumer<String>> printer = options.trace ? Optional.of(out::println) : Trace.SILENT;
        try {
            if (options.scene == Scene.FAULTS) {
                tell(new FaultScene(seed, options.push, Build.REAL, printer).run());
            } else {
                options.scene.run(seed, Build.REAL, printer);
                out.println("seed " + seed + ": ok");
            }
            return true;
        } catch (BrokenPromise | IllegalStateException e) {
            out.println("seed " + seed + ": " + e.getMessage());
            String again = options.scene == Scene.FAULTS ? replay(seed, options.push) : options.scene.replay(seed);
            out.println("  again: " + again + " --trace");
            return false;
        }
    }

    private void tell(FaultScene.Result result) {
        out.printf(
                Locale.ROOT,
                "seed %d: ok, %d machines, %d faults, %d steps, settled after %d s, trace %016x%n",
                result.seed(),
                result.machines(),
                result.faults(),
                result.steps(),
                result.settled().toSeconds(),
                result.hash());
    }

    private static Optional<Options> parse(List<String> args) {
        Options options = new Options(Scene.FAULTS, 1, 1, true, false);
        try {
            for (Iterator<String> it = args.iterator(); it.hasNext(); ) {
                options = with(options, it.next(), it);
            }
            return Optional.of(options);
        } catch (IllegalArgumentException | java.util.NoSuchElementException _) {
            return Optional.empty();
        }
    }

    private static Options with(Options o, String name, Iterator<String> rest) {
        return switch (name) {
            case "--scene" -> new Options(Scene.of(rest.next()).orElseThrow(), o.seed, o.seeds, o.push, o.trace);
            case "--seed" -> new Options(o.scene, Long.parseLong(rest.next()), o.seeds, o.push, o.trace);
            case "--seeds" -> new Options(o.scene, o.seed, Long.parseLong(rest.next()), o.push, o.trace);
            case "--push" -> new Options(o.scene, o.seed, o.seeds, isOn(rest.next()), o.trace);
            case "--trace" -> new Options(o.scene, o.seed, o.seeds, o.push, true);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static boolean isOn(String word) {
        if (!word.equals("on") && !word.equals("off")) {
            throw new IllegalArgumentException(word);
        }
        return word.equals("on");
    }
}
