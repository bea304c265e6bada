// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.util.List;

/** A scenario cannot be run; says everything that is wrong with it. */
public final class UnfitScenario extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    UnfitScenario(List<Problem> problems) {
        super(problems.size() + " mistakes in the scenario");
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
