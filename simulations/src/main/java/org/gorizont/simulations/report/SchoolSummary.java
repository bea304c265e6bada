// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.report;

import java.util.List;
import org.gorizont.simulations.plan.RunFigures.SchoolFigures;
import org.gorizont.simulations.scenario.Scenario;

/**
 * One school over all runs, by means; and why it learns late, if it does.
 *
 * @param runsLacking runs in which it did not get everything
 */
record SchoolSummary(
        Scenario.School school,
        double meanDelay,
        double offShare,
        double neighbours,
        int runsLacking,
        int lacking,
        Reason reason) {
    private static final double MOSTLY = 0.5;
    private static final double FEW_NEIGHBOURS = 3;
    private static final double SLOW_BITS = 4e6;

    /** The first that applies. */
    enum Reason {
        NIGHT,
        SWITCHED_OFF,
        NAT,
        FEW_NEIGHBOURS,
        LINE,
        NONE
    }

    static SchoolSummary of(Scenario.School school, List<SchoolFigures> runs) {
        double delay = mean(runs.stream().mapToDouble(SchoolFigures::meanDelay).toArray());
        double off = runs.stream()
                        .mapToDouble(run -> run.offShare() * run.meanDelay())
                        .average()
                        .orElse(0)
                / Math.max(1, delay);
        double neighbours =
                mean(runs.stream().mapToDouble(SchoolFigures::neighbours).toArray());
        return new SchoolSummary(
                school,
                delay,
                off,
                neighbours,
                (int) runs.stream().filter(run -> run.lacking() > 0).count(),
                runs.stream().mapToInt(SchoolFigures::lacking).max().orElse(0),
                reason(school, off, neighbours));
    }

    private static Reason reason(Scenario.School school, double off, double neighbours) {
        if (off >= MOSTLY) {
            return school.working().allDay() ? Reason.SWITCHED_OFF : Reason.NIGHT;
        }
        if (neighbours < FEW_NEIGHBOURS) {
            return school.line().nat() ? Reason.NAT : Reason.FEW_NEIGHBOURS;
        }
        return Math.min(school.line().upBits(), school.line().downBits()) < SLOW_BITS ? Reason.LINE : Reason.NONE;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
