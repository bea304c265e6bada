// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.gorizont.simulations.plan.RunFigures;
import org.gorizont.simulations.report.JsonReport;
import org.gorizont.simulations.report.Language;
import org.gorizont.simulations.report.TextReport;
import org.gorizont.simulations.runs.Runs;
import org.gorizont.simulations.scenario.Problem;
import org.gorizont.simulations.scenario.Scenario;
import org.gorizont.simulations.scenario.ScenarioReader;
import org.gorizont.simulations.scenario.UnfitScenario;

/** {@code simulate FILE}: plays a scenario and prints the answer. Exit status 2 when there is nothing to play. */
final class PlanCommand {
    private static final int UNUSABLE = 2;
    /** In UTF-8, no character is longer than 4 bytes. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final PrintStream out;
    private final PrintStream err;
    private Language language = Language.RU;
    private boolean json;
    private Optional<String> file = Optional.empty();

    PlanCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        Optional<String> unknown = parse(args);
        if (unknown.isPresent()) {
            err.println(language.text("bad.option", unknown.get()));
        }
        if (unknown.isPresent() || file.isEmpty()) {
            err.println(language.text("usage"));
            return UNUSABLE;
        }
        try {
            return play(ScenarioReader.read(text(file.get())));
        } catch (IOException | InvalidPathException _) {
            err.println(language.text("bad.no-file", file.get()));
        } catch (UnfitScenario e) {
            tell(e.problems());
        }
        return UNUSABLE;
    }

    private static String text(String name) throws IOException {
        Path path = Path.of(name);
        if (Files.size(path) > MOST_BYTES) {
            throw new IOException("too long: " + path);
        }
        return Files.readString(path);
    }

    private int play(Scenario scenario) {
        try {
            List<RunFigures> runs = Runs.of(scenario);
            if (json) {
                out.println(JsonReport.of(scenario, runs));
            } else {
                new TextReport(language).of(scenario, runs).forEach(out::println);
            }
            return 0;
        } catch (IllegalStateException e) {
            err.println(language.text("failed", String.valueOf(e.getMessage())));
            return 1;
        }
    }

    private void tell(List<Problem> problems) {
        err.println(language.text("bad.title", language.counted(problems.size(), "mistake")));
        for (Problem problem : problems) {
            String text = language.text(problem.message(), problem.details().toArray());
            err.println(
                    problem.line() == 0
                            ? language.text("bad.file", text)
                            : language.text("bad.line", problem.line(), text));
        }
    }

    /** The first argument that is not understood. */
    private Optional<String> parse(List<String> args) {
        for (Iterator<String> it = args.iterator(); it.hasNext(); ) {
            String arg = it.next();
            if (arg.equals("--json")) {
                json = true;
            } else if (arg.equals("--lang") && it.hasNext()) {
                String tag = it.next();
                if (!tag.equals("ru") && !tag.equals("en")) {
                    return Optional.of(arg + " " + tag);
                }
                language = tag.equals("en") ? Language.EN : Language.RU;
            } else if (arg.startsWith("-") || file.isPresent()) {
                return Optional.of(arg);
            } else {
                file = Optional.of(arg);
            }
        }
        return Optional.empty();
    }
}
