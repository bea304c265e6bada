// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A figure over all runs: its median, and how far the runs lie apart. */
record Range(double median, double least, double most) {
    static <T> Range of(List<T> runs, ToDoubleFunction<T> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : mean(sorted[middle - 1], sorted[middle]);
        return new Range(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Of two "never", never. */
    private static double mean(double a, double b) {
        return a == b ? a : a / 2 + b / 2;
    }

    static double median(double[] values) {
        return of(Arrays.stream(values).boxed().toList(), Double::doubleValue).median;
    }
}
