// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes of one scenario, so that all are told at once. */
final class Problems {
    private static final int MOST = 50;

    private final List<Problem> found = new ArrayList<>();

    void add(int line, String message, Object... details) {
        if (found.size() < MOST) {
            found.add(new Problem(
                    line,
                    message,
                    List.of(details).stream().map(String::valueOf).toList()));
        }
    }

    /** By line. */
    List<Problem> all() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    boolean none() {
        return found.isEmpty();
    }
}
