// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.replica.ReplicaConfig;
import org.gorizont.simulations.plan.RunFigures;
import org.gorizont.simulations.scenario.Hours;
import org.gorizont.simulations.scenario.Scenario;

/** The answer in words, for somebody who plans a network and reads no code. */
public final class TextReport {
    private final Language language;
    private final Amounts amounts;
    private final List<String> lines = new ArrayList<>();

    public TextReport(Language language) {
        this.language = language;
        this.amounts = new Amounts(language);
    }

    /** Lines without line ends. */
    public List<String> of(Scenario scenario, List<RunFigures> runs) {
        Summary summary = Summary.of(scenario, runs);
        head(scenario);
        knowing(summary);
        volume(summary);
        worst(summary);
        cutOff(summary);
        assumptions(scenario);
        return lines;
    }

    private void head(Scenario scenario) {
        line("title", scenario.name());
        line(
                "subtitle",
                language.counted(scenario.schools().size(), "school"),
                language.counted(scenario.circles().size(), "circle"),
                amounts.time(scenario.duration()),
                language.counted(scenario.runs(), "run"),
                String.valueOf(scenario.seed()),
                String.valueOf(scenario.seed() + scenario.runs() - 1));
    }

    private void knowing(Summary summary) {
        section("know.title");
        line("know.half", times(summary.half()));
        line("know.most", times(summary.most()));
        line("know.all", times(summary.all()));
        line("know.slowest", times(summary.slowest()));
        line("know.entries", amounts.number(summary.entries().median()));
        if (summary.unfinished() > 0) {
            line("know.unfinished", summary.unfinished());
        }
    }

    private void volume(Summary summary) {
        section("volume.title");
        line("volume.traffic", bytes(summary.traffic()));
        line("volume.busiest", bytes(summary.mostTraffic()));
        line("volume.disk", bytes(summary.disk()));
    }

    private void worst(Summary summary) {
        section("worst.title");
        List<SchoolSummary> worst = summary.worst();
        if (worst.isEmpty()) {
            line("worst.none");
        }
        for (SchoolSummary school : worst) {
            line("worst.school", school.school().name(), amounts.time(school.meanDelay()), reason(school));
        }
    }

    private String reason(SchoolSummary summary) {
        Scenario.School school = summary.school();
        Scenario.Line line = school.line();
        Hours hours = school.working();
        return switch (summary.reason()) {
            case NIGHT -> language.text("reason.night", clock(hours.to()), clock(hours.from()));
            case SWITCHED_OFF -> language.text("reason.off");
            case NAT -> language.text("reason.nat", amounts.number(summary.neighbours()));
            case FEW_NEIGHBOURS -> language.text("reason.few", amounts.number(summary.neighbours()));
            case LINE ->
                language.text(
                        "reason.line",
                        amounts.rate(line.downBits()),
                        amounts.rate(line.upBits()),
                        String.valueOf(line.latencyMedian().toMillis()));
            case NONE -> language.text("reason.none");
        };
    }

    private static String clock(int minutes) {
        return String.format(java.util.Locale.ROOT, "%02d:%02d", minutes / 60 % 24, minutes % 60);
    }

    private void cutOff(Summary summary) {
        section("cut.title");
        List<SchoolSummary> cutOff = summary.cutOff();
        if (cutOff.isEmpty()) {
            line("cut.none");
        }
        for (SchoolSummary school : cutOff) {
            line(
                    "cut.school",
                    school.school().name(),
                    school.runsLacking(),
                    summary.scenario().runs(),
                    school.lacking());
        }
    }

    private void assumptions(Scenario scenario) {
        section("assumed.title");
        if (scenario.defaults().isEmpty()) {
            line("assumed.none");
        }
        scenario.defaults().forEach(used -> line("assumed.default", used.path(), used.value()));
        line("assumed.fixed", ReplicaConfig.POLL.toSeconds());
    }

    private String times(Range range) {
        return range(amounts.time(range.median()), amounts.time(range.least()), amounts.time(range.most()));
    }

    private String bytes(Range range) {
        return range(amounts.bytes(range.median()), amounts.bytes(range.least()), amounts.bytes(range.most()));
    }

    private String range(String median, String least, String most) {
        return Optional.of(least)
                .filter(most::equals)
                .map(_ -> median)
                .orElseGet(() -> language.text("range", median, least, most));
    }

    private void section(String key) {
        lines.add("");
        line(key);
    }

    private void line(String key, Object... details) {
        lines.add(language.text(key, details));
    }
}
