// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
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
import org.gorizont.cli.process.Program;
import org.gorizont.cli.text.Progress;

/** The first thing to see: what a network of schools is good for. */
public final class NineSchools implements Network {
    private static final String NAME = "mariinsk";
    private static final String WORDS = "org.gorizont.cli.demo.nine.story";
    private static final List<Act<Scene>> ACTS = List.of(
            new Founding(),
            new Joining(),
            new Converging(),
            new Searching(),
            new FindingFree(),
            new Stopping(),
            new FindingAbsent(),
            new Publishing(),
            new Returning(),
            new Knocking(),
            new Stating());

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
        private final DemoContent content = ContentFile.load();
        private final Findings findings = new Findings();
        private final Story story;
        private final Cluster cluster;
        private final Scene scene;
        private final DemoRun<Scene> run;

        Run(Stage stage) {
            story = stage.story(WORDS);
            cluster = new Cluster(Program.small(stage.home()), stage.folder().path(), content);
            scene = new Scene(content, cluster, findings, story, nextMonday(content.zone()));
            run = new DemoRun<>(story, stage.messages(), ACTS);
        }

        @Override
        public void begin() throws InterruptedException {
            story.tell(story.of("title"));
            try (Progress progress =
                    story.progress("progress.start", content.schools().size())) {
                cluster.start(progress);
            }
            story.tell(story.of(
                    "started", story.count("count.processes", cluster.on().size())));
        }

        @Override
        public Optional<Step> play(Optional<String> last) throws InterruptedException {
            return run.play(scene, last);
        }

        @Override
        public Record report() {
            return findings.report(content.network(), cluster.all(), run.steps());
        }

        @Override
        public List<DemoSchool> on() {
            return cluster.on();
        }

        @Override
        public void close() {
            cluster.close();
        }

        private static LocalDate nextMonday(String zone) {
            return LocalDate.now(ZoneId.of(zone)).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        }
    }
}
