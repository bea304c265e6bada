// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the kinds of lines. */
final class LinesReader {
    private static final double LEAST_BITS = 1_000;

    private final Section links;

    LinesReader(Section links) {
        this.links = links;
    }

    List<Scenario.Line> read() {
        List<Scenario.Line> lines = new ArrayList<>();
        for (Section section : links.sections("classes")) {
            lines.add(line(section));
        }
        if (lines.isEmpty()) {
            links.problem("key-missing", "links.classes");
        }
        double shares = lines.stream().mapToDouble(Scenario.Line::share).sum();
        if (!lines.isEmpty() && Math.abs(shares - 1) > 0.001) {
            links.problem("shares", "links.classes");
        }
        links.end();
        return lines;
    }

    private static Scenario.Line line(Section section) {
        String name = section.text("name");
        double share = section.number("share", "1", 0, 1);
        boolean nat = section.word("nat", "none", List.of("none", "symmetric")).equals("symmetric");
        double down = section.quantity("down", "20 Mbit/s", Quantity.RATE);
        double up = section.quantity("up", "20 Mbit/s", Quantity.RATE);
        double loss = section.quantity("loss", "0 %", Quantity.SHARE);
        if (down < LEAST_BITS || up < LEAST_BITS || loss > 0.5) {
            section.problem("line-range", name);
        }
        Duration median;
        Duration p95;
        if (section.isText("latency") || !section.has("latency")) {
            median = section.duration("latency", "20 ms");
            p95 = median;
        } else {
            Section latency = section.section("latency");
            latency.word("distribution", "lognormal", List.of("lognormal"));
            median = latency.duration("median", "20 ms");
            p95 = latency.duration("p95", "60 ms");
            latency.end();
        }
        if (median.compareTo(p95) > 0) {
            section.problem("latency-range", name);
        }
        section.end();
        return new Scenario.Line(name, share, nat, down, up, loss, median, p95);
    }
}
