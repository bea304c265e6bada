// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gorizont.simulations.plan.RunFigures;
import org.gorizont.simulations.scenario.Scenario;

/**
 * All runs in figures.
 *
 * @param traffic bytes a year of the middle school, {@code mostTraffic} of the busiest one
 */
record Summary(
        Scenario scenario,
        Range half,
        Range most,
        Range all,
        Range slowest,
        Range entries,
        int unfinished,
        Range traffic,
        Range mostTraffic,
        Range disk,
        List<SchoolSummary> schools) {
    private static final int WORST = 3;
    /** A school is late if it takes so many times as long as the quickest one. */
    private static final double LATE = 2;

    static Summary of(Scenario scenario, List<RunFigures> runs) {
        return new Summary(
                scenario,
                Range.of(runs, RunFigures::half),
                Range.of(runs, RunFigures::most),
                Range.of(runs, RunFigures::all),
                Range.of(runs, RunFigures::slowest),
                Range.of(runs, RunFigures::entries),
                runs.stream().mapToInt(RunFigures::unfinished).max().orElse(0),
                Range.of(runs, run -> middle(run, RunFigures.SchoolFigures::trafficYear)),
                Range.of(
                        runs,
                        run -> run.schools().stream()
                                .mapToDouble(RunFigures.SchoolFigures::trafficYear)
                                .max()
                                .orElse(0)),
                Range.of(runs, run -> middle(run, RunFigures.SchoolFigures::diskYear)),
                IntStream.range(0, scenario.schools().size())
                        .mapToObj(i -> SchoolSummary.of(
                                scenario.schools().get(i),
                                runs.stream().map(run -> run.schools().get(i)).toList()))
                        .toList());
    }

    private static double middle(RunFigures run, ToDoubleFunction<RunFigures.SchoolFigures> figure) {
        return Range.of(run.schools(), figure).median();
    }

    /** The schools that learn latest, if they are much later than the quickest one. */
    List<SchoolSummary> worst() {
        double quickest = Range.of(schools, SchoolSummary::meanDelay).least();
        return schools.stream()
                .filter(school -> school.meanDelay() > LATE * quickest)
                .sorted(Comparator.comparingDouble(SchoolSummary::meanDelay).reversed())
                .limit(WORST)
                .toList();
    }

    List<SchoolSummary> cutOff() {
        return schools.stream().filter(school -> school.runsLacking() > 0).toList();
    }
}
