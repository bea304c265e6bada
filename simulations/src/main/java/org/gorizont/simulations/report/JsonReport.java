// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.report;

import java.util.List;
import java.util.Locale;
import org.gorizont.simulations.plan.RunFigures;
import org.gorizont.simulations.scenario.Scenario;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same figures for programs. Times in seconds, null for never; sizes in bytes. */
public final class JsonReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double SECOND = 1e9;

    private JsonReport() {}

    public static String of(Scenario scenario, List<RunFigures> runs) {
        Summary summary = Summary.of(scenario, runs);
        ObjectNode root = JSON.createObjectNode();
        root.put("scenario", scenario.name());
        root.put("schools", scenario.schools().size());
        root.put("seed", scenario.seed());
        root.put("runs", scenario.runs());
        root.put("durationSeconds", scenario.duration().toSeconds());
        seconds(root.putObject("half"), summary.half());
        seconds(root.putObject("most"), summary.most());
        seconds(root.putObject("all"), summary.all());
        seconds(root.putObject("allOf95Percent"), summary.slowest());
        range(root.putObject("entries"), summary.entries());
        root.put("unfinished", summary.unfinished());
        range(root.putObject("trafficBytesYear"), summary.traffic());
        range(root.putObject("busiestTrafficBytesYear"), summary.mostTraffic());
        range(root.putObject("diskBytesYear"), summary.disk());
        summary.worst().forEach(school -> school(root.withArray("worst"), school));
        summary.cutOff().forEach(school -> school(root.withArray("cutOff"), school));
        ObjectNode defaults = root.putObject("defaults");
        scenario.defaults().forEach(used -> defaults.put(used.path(), used.value()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void school(ArrayNode list, SchoolSummary school) {
        ObjectNode node = list.addObject();
        node.put("name", school.school().name());
        node.put("meanSeconds", school.meanDelay() / SECOND);
        node.put("reason", school.reason().name().toLowerCase(Locale.ROOT));
        node.put("neighbours", school.neighbours());
        node.put("runsLacking", school.runsLacking());
        node.put("lacking", school.lacking());
    }

    private static void seconds(ObjectNode node, Range range) {
        second(node, "median", range.median());
        second(node, "least", range.least());
        second(node, "most", range.most());
    }

    private static void second(ObjectNode node, String key, double nanos) {
        if (nanos >= Long.MAX_VALUE) {
            node.putNull(key);
        } else {
            node.put(key, nanos / SECOND);
        }
    }

    private static void range(ObjectNode node, Range range) {
        node.put("median", range.median());
        node.put("least", range.least());
        node.put("most", range.most());
    }
}
