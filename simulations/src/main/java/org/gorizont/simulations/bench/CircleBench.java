// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.bench;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.core.Limits;
import org.gorizont.simulations.circles.LargeCircle;

/** Connections of circles of 256 and of 1,024 schools: the real choice of neighbours, without records. */
final class CircleBench {
    private static final int[] SIZES = {256, 1_024};

    private final List<Figure> figures = new ArrayList<>();

    List<Figure> run() {
        for (int schools : SIZES) {
            measure(schools + " schools", new LargeCircle(schools, 0, 1));
            measure(schools + " schools, 4 of 5 behind NAT", new LargeCircle(schools, schools * 4 / 5, 1));
        }
        return figures;
    }

    private void measure(String circle, LargeCircle large) {
        parts(circle + ", after a mass join", large.join());
        parts(circle + ", half were off for a week", large.halfOffForAWeek());
        add(circle + ", halves were apart for a week: one again after", large.halvesApartForAWeek(), "min", "<= 60");
        LargeCircle.Shape day = large.day();
        parts(circle + ", a day later", day);
        figures.add(new Figure(
                "circle",
                circle + ", a day later: neighbours of a school, mean",
                day.mean(),
                "",
                Limits.NEIGHBOURS,
                "wanted",
                "about 8"));
        add(circle + ", a day later: neighbours of the best-connected school", day.most(), "", "none");
    }

    private void parts(String when, LargeCircle.Shape shape) {
        add(when + ": parts", shape.parts(), "", "1");
        add(when + ": parts when the best-connected tenth goes off", shape.partsWithoutBest(), "", "1");
        add(when + ": parts 2 min after that", shape.partsSoonAfter(), "", "1");
    }

    private void add(String name, double value, String unit, String goal) {
        figures.add(new Figure("circle", name, value, unit, 0, "", goal));
    }
}
