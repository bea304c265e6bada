// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.bench;

import java.util.List;

/**
 * One line of a table.
 *
 * @param area what was measured
 * @param name of the figure
 * @param value ours
 * @param baseline beside it, measured in the same run; 0 when there is none
 * @param goal what is asked for, in words
 */
public record Figure(
        String area, String name, double value, String unit, double baseline, String baselineName, String goal) {
    /** How many times the baseline; 0 without one. */
    public double ratio() {
        return baseline == 0 ? 0 : value / baseline;
    }

    /** All figures as one JSON array. */
    public static String json(List<Figure> figures) {
        StringBuilder json = new StringBuilder("[");
        for (Figure figure : figures) {
            json.append(json.length() == 1 ? "" : ",").append(figure.json());
        }
        return json.append("]").toString();
    }

    private String json() {
        return String.format(
                java.util.Locale.ROOT,
                "{\"area\":\"%s\",\"name\":\"%s\",\"value\":%.2f,\"unit\":\"%s\",\"baseline\":%.2f,"
                        + "\"baselineName\":\"%s\",\"ratio\":%.2f,\"goal\":\"%s\"}",
                area,
                name,
                value,
                unit,
                baseline,
                baselineName,
                ratio(),
                goal);
    }
}
