// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.gorizont.simulations.faults.Scene;
import org.gorizont.simulations.report.Language;
import org.gorizont.simulations.runs.Campaign;
import org.gorizont.simulations.world.Build;

/**
 * {@code simulate campaign}: runs fresh seeds of all scenes on all processors. Exit status 1 when a promise was broken, 2
 * when an option is not understood.
 */
final class CampaignCommand {
    private static final int UNUSABLE = 2;
    private static final Duration NO_LIMIT = Duration.ofDays(365);

    private final PrintStream out;
    private final PrintStream err;
    private final List<Scene> scenes = new ArrayList<>();
    private Language language = Language.RU;
    private long from = 1;
    private long seeds = 1_000;
    private Duration atMost = NO_LIMIT;

    CampaignCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        boolean help = args.contains("--help") || args.contains("-h");
        boolean understood = parse(args.iterator());
        String names = Arrays.stream(Scene.values()).map(Scene::word).collect(Collectors.joining(", "));
        if (help) {
            out.println(language.text("campaign.usage", names));
            return 0;
        }
        if (!understood) {
            err.println(language.text("campaign.usage", names));
            return UNUSABLE;
        }
        List<Scene> chosen = scenes.isEmpty() ? List.of(Scene.values()) : scenes;
        Campaign.Result result = new Campaign(chosen, from, seeds, atMost, Build.REAL, this::tell).run();
        report(result);
        return result.failures().isEmpty() ? 0 : 1;
    }

    private void tell(Campaign.Progress progress) {
        err.println(language.text(
                "campaign.progress",
                progress.done(),
                progress.of(),
                progress.failed(),
                progress.took().toSeconds()));
    }

    private void report(Campaign.Result result) {
        out.println(language.text("campaign.table"));
        for (Campaign.Tally tally : result.tallies()) {
            out.println(language.text(
                    "campaign.row",
                    tally.scene().word(),
                    tally.runs(),
                    tally.failed(),
                    tally.longest().toMillis() / 1_000.0,
                    tally.slowest()));
        }
        for (Campaign.Failure failure : result.failures()) {
            out.println(language.text("campaign.failure", failure.scene().word(), failure.seed(), failure.problem()));
            out.println(language.text("campaign.again", failure.scene().replay(failure.seed())));
        }
        out.println(language.text(
                "campaign.total",
                result.runs(),
                result.failures().size(),
                result.took().toSeconds(),
                result.runsAnHour()));
    }

    private boolean parse(Iterator<String> args) {
        try {
            while (args.hasNext()) {
                option(args.next(), args);
            }
            return true;
        } catch (IllegalArgumentException | NoSuchElementException _) {
            return false;
        }
    }

    private void option(String name, Iterator<String> rest) {
        switch (name) {
            case "--scene" -> scenes.add(Scene.of(rest.next()).orElseThrow());
            case "--seeds" -> seeds = positive(rest.next());
            case "--from" -> from = positive(rest.next());
            case "--minutes" -> atMost = Duration.ofMinutes(positive(rest.next()));
            case "--lang" -> language = Language.of(rest.next()).orElseThrow();
            case "--help", "-h" -> {}
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** Not so large that a product with it would not fit. */
    private static long positive(String digits) {
        long number = Long.parseLong(digits);
        if (number < 1 || number > 1_000_000_000L) {
            throw new IllegalArgumentException(digits);
        }
        return number;
    }
}
