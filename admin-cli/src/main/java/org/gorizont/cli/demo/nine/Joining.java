// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.time.Duration;
import java.util.List;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Parallel;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Progress;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress;

/** The other schools join, each by a code of its own. */
final class Joining implements Act<Scene> {
    private static final int AT_ONCE = 4;

    @Override
    public String id() {
        return "join";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool founder = scene.cluster().school(scene.content().founder());
        List<DemoSchool> others = scene.cluster().all().stream()
                .filter(school -> school != founder)
                .toList();
        long begun = System.nanoTime();
        try (Progress progress = scene.progress("progress.join", others.size())) {
            Parallel.each(others, AT_ONCE, Scene.PATIENCE, school -> {
                join(school, founder.admin().invite(scene.circle(), "", 0));
                progress.step(1);
            });
        }
        scene.allJoined();
        Story story = scene.story();
        String command = Story.command(founder.data(), "circle", "show");
        int all = scene.cluster().all().size();
        return scene.until(() -> members(founder) == all)
                ? Told.seen(
                        founder,
                        command,
                        story.of(
                                "join",
                                story.count("count.others", others.size()),
                                story.seconds(Duration.ofNanos(System.nanoTime() - begun))))
                : Told.missing(founder, command, story.of("join.missing", members(founder), all));
    }

    private static void join(DemoSchool school, String code) {
        JoinProgress end = school.admin().join(code, _ -> {});
        if (end.getState() != JoinProgress.State.STATE_JOINED) {
            throw Failure.of(
                    "refused." + end.getRefused().getCode(), end.getRefused().getDetail());
        }
    }

    private static int members(DemoSchool school) {
        return school.status().getCirclesCount() == 0
                ? 0
                : school.status().getCircles(0).getMembersCount();
    }
}
