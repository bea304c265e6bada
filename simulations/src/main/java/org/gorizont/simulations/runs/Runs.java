// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.runs;

import java.util.List;
import java.util.stream.LongStream;
import org.gorizont.simulations.plan.PlanRun;
import org.gorizont.simulations.plan.RunFigures;
import org.gorizont.simulations.scenario.Scenario;

/** All runs of a scenario. */
public final class Runs {
    private Runs() {}

    /** One after another for each processor; the result does not depend on how many there are. */
    public static List<RunFigures> of(Scenario scenario) {
        return LongStream.range(0, scenario.runs())
                .parallel()
                .mapToObj(run -> new PlanRun(scenario, scenario.seed() + run).run())
                .toList();
    }
}
