// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

/**
 * One line of the table.
 *
 * @param baseline measured in the same run, or known from elsewhere as {@code baselineName} says; 0 when there is none
 * @param ratio value divided by baseline, 0 when there is none
 */
record Figure(
        String area,
        String name,
        double value,
        String unit,
        double baseline,
        String baselineName,
        double ratio,
        String goal) {
    static Figure of(
            String area, String name, double value, String unit, double baseline, String baselineName, String goal) {
        return new Figure(area, name, value, unit, baseline, baselineName, baseline == 0 ? 0 : value / baseline, goal);
    }
}
