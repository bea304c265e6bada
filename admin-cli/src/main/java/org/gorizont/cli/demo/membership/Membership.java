// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.List;
import java.util.Optional;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoRun;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Network;
import org.gorizont.cli.demo.stage.Play;
import org.gorizont.cli.demo.stage.Stage;
import org.gorizont.cli.demo.stage.Step;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.text.Progress;

/** Circles, keys and nodes through everything that happens to them. */
public final class Membership implements Network {
    private static final String NAME = "membership";
    private static final String WORDS = "org.gorizont.cli.demo.membership.story";
    private static final List<Act<Scene>> ACTS = List.of(
            new Founding(),
            new Joining(),
            new SecondSponsor(),
            new Stranger(),
            new TwoCircles(),
            new Rotating(),
            new Thief(),
            new BackupRestored(),
            new Cloning(),
            new DiskLost(),
            new SheetLost(),
            new VotingOut(),
            new RemovedReturns(),
            new MutualRemoval(),
            new Erasing(),
            new FloorNewcomer(),
            new ByBundle(),
            new ByRelay());

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> steps() {
        return ACTS.stream().map(Act::id).toList();
    }

    @Override
    public Play open(Stage stage) {
        return new Run(stage);
    }

    private static final class Run implements Play {
        private final Story story;
        private final Schools schools;
        private final Scene scene;
        private final DemoRun<Scene> run;

        Run(Stage stage) {
            story = stage.story(WORDS);
            schools = new Schools(stage);
            scene = new Scene(schools, story);
            run = new DemoRun<>(story, stage.messages(), ACTS);
        }

        @Override
        public void begin() throws InterruptedException {
            story.tell(story.of("title"));
            try (Progress progress = story.progress("progress.start", Part.FIRST.size())) {
                schools.create(Part.FIRST, progress);
            }
        }

        @Override
        public Optional<Step> play(Optional<String> last) throws InterruptedException {
            return run.play(scene, last);
        }

        @Override
        public Record report() {
            return MembershipReport.of(NAME, schools.all(), run.steps());
        }

        @Override
        public List<DemoSchool> on() {
            return schools.on();
        }

        @Override
        public void close() {
            schools.close();
        }
    }
}
