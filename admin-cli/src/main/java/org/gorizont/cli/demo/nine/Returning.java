// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.time.Duration;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;

/** The school that was off is started again and catches up. */
final class Returning implements Act<Scene> {
    @Override
    public String id() {
        return "rejoin";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool back = scene.cluster().school(scene.content().absence().stopped());
        long begun = System.nanoTime();
        back.start();
        boolean all =
                scene.until(() -> Converging.sameEverywhere(scene.cluster().all()));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Story story = scene.story();
        String command = Story.command(back.data(), "status");
        long missed = scene.findings().offline().publishedWhileOff();
        if (!all) {
            return Told.missing(
                    back,
                    command,
                    story.of("rejoin.missing", back.name(), back.status().getHeldEntries()));
        }
        scene.findings().offline(scene.findings().offline().back());
        return Told.seen(
                back,
                command,
                story.of("rejoin", back.name(), story.seconds(took), story.count("count.records", missed)));
    }
}
