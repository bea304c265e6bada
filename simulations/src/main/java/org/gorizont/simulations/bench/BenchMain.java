// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.bench;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.codec.Malformed;

/** {@code BenchMain [verify|reconcile|circle|night]}: prints the figures as one JSON array, for {@code gorizont bench}. */
public final class BenchMain {
    private BenchMain() {}

    public static void main(String[] args) throws Malformed {
        List<String> areas = args.length == 0 ? List.of("verify", "reconcile") : List.of(args);
        List<Figure> figures = new ArrayList<>();
        if (areas.contains("verify")) {
            figures.addAll(new VerifyBench().run());
        }
        if (areas.contains("reconcile")) {
            figures.addAll(new ReconcileBench().run());
        }
        if (areas.contains("circle")) {
            figures.addAll(new CircleBench().run());
        }
        if (areas.contains("night")) {
            figures.addAll(new NightBench().run());
        }
        System.out.println(Figure.json(figures));
    }
}
