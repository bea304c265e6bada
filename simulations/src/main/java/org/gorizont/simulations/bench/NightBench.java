// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.bench;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.simulations.circles.NightOff;

/** What the morning after one night off costs a school of a circle of 100, in which others have published 1,000 entries. */
final class NightBench {
    private static final int SCHOOLS = 100;
    private static final int ENTRIES = 1_000;

    private final List<Figure> figures = new ArrayList<>();

    List<Figure> run() {
        NightOff night = new NightOff(SCHOOLS, ENTRIES, 1);
        measure("one connection", night.night(true), "<= x 1.3");
        measure("all its neighbours", night.night(false), "none");
        return figures;
    }

    private void measure(String how, NightOff.Morning morning, String goal) {
        add(how + ", until all entries are held", morning.untilWhole(), morning, goal);
        add(how + ", and a minute more", morning.inAll(), morning, "none");
        figures.add(new Figure("night", how + ", until all entries are held", morning.seconds(), "s", 0, "", "none"));
    }

    private void add(String name, long bytes, NightOff.Morning morning, String goal) {
        figures.add(new Figure("night", name, bytes, "B", morning.entryBytes(), "the new entries", goal));
    }
}
