// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import java.time.Duration;

/** The school that was off is started again and catches up. */
final class Returning implements Act {
    @Override
    public DemoStep step() {
        return DemoStep.REJOIN;
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
