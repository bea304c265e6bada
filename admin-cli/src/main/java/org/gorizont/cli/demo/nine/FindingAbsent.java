// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.util.List;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.cli.text.Moments;
import org.gorizont.protocol.wire.v1.AdminWire.RecordView;
import org.gorizont.protocol.wire.v1.AdminWire.SchoolState;

/** What the school that is off has published is found at another one, with the moment as of which it stood. */
final class FindingAbsent implements Act<Scene> {
    @Override
    public String id() {
        return "offline";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoContent.Absence absence = scene.content().absence();
        DemoSchool stopped = scene.cluster().school(absence.stopped());
        DemoSchool from = scene.cluster().school(absence.from());
        Story story = scene.story();
        String command = Story.command(from.data(), "search", absence.words());
        if (!scene.until(() -> !connected(from, stopped))) {
            return Told.missing(from, command, story.of("offline.unnoticed", from.name(), stopped.name()));
        }
        List<RecordView> found =
                from.admin().search(absence.words(), Hits.AT_MOST).getHitsList();
        for (RecordView hit : found) {
            if (hit.getSchool().equals(stopped.idBytes())) {
                scene.findings().offline(scene.findings().offline().found(Moments.iso(hit.getAsOf())));
                return Told.seen(
                        from,
                        command,
                        story.of("offline", from.name(), Cards.title(hit), stopped.name(), story.clock(hit.getAsOf())));
            }
        }
        return Told.missing(from, command, story.of("search.nothing", from.name(), absence.words()));
    }

    private static boolean connected(DemoSchool from, DemoSchool other) {
        return from.status().getSchoolsList().stream()
                .filter(school -> school.getSchool().equals(other.idBytes()))
                .anyMatch(SchoolState::getConnected);
    }
}
