// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Step;
import org.gorizont.cli.text.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The object as programs read it, from a run that is written down here. */
final class DemoReportTest {
    private static final DemoReport.Offline OFFLINE =
            new DemoReport.Offline("aa", "Школа А", 4_711, false, null, 0, false);

    @Test
    void theObjectHasItsFieldsInTheirOrder() {
        assertEquals(
                List.of(
                        "network",
                        "schools",
                        "processes",
                        "converged",
                        "convergeMillis",
                        "entries",
                        "practices",
                        "resources",
                        "searches",
                        "freeSlot",
                        "offline",
                        "stranger",
                        "receipts",
                        "peakRssMiB",
                        "webUrls",
                        "dataDirs",
                        "nodes",
                        "steps"),
                names(json(recorded())));
    }

    @Test
    void partsHaveTheirFields() {
        JsonNode object = json(recorded());

        assertEquals(
                List.of("query", "from", "fromName", "hits"),
                names(object.path("searches").path(0)));
        assertEquals(
                List.of("title", "school", "schoolName", "asOf"),
                names(object.path("searches").path(0).path("hits").path(0)));
        assertEquals(
                List.of("stopped", "stoppedName", "pid", "stillFound", "asOf", "publishedWhileOff", "caughtUp"),
                names(object.path("offline")));
        assertEquals(List.of("refused", "reason"), names(object.path("stranger")));
        assertEquals(
                List.of("id", "ok", "node", "nodeName", "command", "expected", "observed", "entry"),
                names(object.path("steps").path(0)));
        assertEquals(
                List.of("log", "seq", "hash"),
                names(object.path("steps").path(0).path("entry")));
    }

    @Test
    void whatWasNotReachedIsNull() {
        JsonNode object = json(new Findings().report("mariinsk", List.of(), List.of()));

        assertTrue(object.path("freeSlot").isNull() && object.path("offline").isNull());
        assertTrue(object.path("stranger").isNull() && object.path("receipts").isNull());
        assertEquals(0, object.path("searches").size() + object.path("steps").size());
    }

    @Test
    void theStoryOfTheAbsentSchoolGrows() {
        DemoReport.Offline whole =
                OFFLINE.found("2026-03-09T04:00:00Z").published(2).back();

        assertEquals(new DemoReport.Offline("aa", "Школа А", 4_711, true, "2026-03-09T04:00:00Z", 2, true), whole);
    }

    private static DemoReport recorded() {
        Findings findings = new Findings();
        findings.agreed(new Findings.Agreement(true, 4_000, 180, 39, 84));
        findings.searched(new DemoReport.Search(
                "микроскоп", "bb", "Школа Б", List.of(new DemoReport.Hit("Микроскопы", "aa", "Школа А", null))));
        findings.free(new DemoReport.FreeSlot(
                "aa", "Школа А", "Лаборатория", "2026-03-12#4 11:10-11:50", "Asia/Novokuznetsk", "bb", "Школа Б"));
        findings.offline(OFFLINE);
        findings.stranger(new DemoReport.Stranger(true, "INVITATION_REFUSED"));
        findings.stated(new DemoReport.Receipts("00", "Практика", "aa", "Школа А", 8));
        Step step = new Step(
                "publish",
                true,
                "aa",
                "Школа А",
                "./gorizont practice list",
                "…",
                "…",
                new Place("aa/CATALOGUE/00/0", 20, "ff"));
        return findings.report("mariinsk", List.of(), List.of(step));
    }

    private static JsonNode json(DemoReport report) {
        return JsonMapper.shared().readTree(Json.of(report));
    }

    private static List<String> names(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }
}
