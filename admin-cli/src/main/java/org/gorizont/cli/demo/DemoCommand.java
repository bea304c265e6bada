// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gorizont.cli.command.Session;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: nine schools on this computer, each with a real node. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--exit", descriptionKey = "option.demo-exit")
    private boolean exit;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--hold", paramLabel = "STEP", descriptionKey = "option.demo-hold")
    private @Nullable DemoStep hold;

    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "option.demo-dir")
    private @Nullable Path dir;

    public DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        DemoContent content = ContentFile.load();
        Story story = new Story(session.messages().language(), session.output(), json);
        DemoFolder folder = DemoFolder.of(Optional.ofNullable(dir));
        Cluster cluster = new Cluster(Program.small(session.home()), hold == null ? folder : folder.kept(), content);
        Thread end = new Thread(cluster::close, "end-demo");
        Runtime.getRuntime().addShutdownHook(end);
        try (cluster) {
            return play(content, cluster, story);
        }
    }

    private int play(DemoContent content, Cluster cluster, Story story) throws InterruptedException {
        story.tell(story.of("title"));
        try (Progress progress =
                story.progress("progress.start", content.schools().size())) {
            cluster.start(progress);
        }
        story.tell(
                story.of("started", story.count("count.processes", cluster.on().size())));
        Findings findings = new Findings();
        Scene scene = new Scene(content, cluster, findings, story, nextMonday(content.zone()));
        Optional<DemoReport.Step> failed = new DemoRun(scene, session.messages()).play(Optional.ofNullable(hold));
        if (json || hold != null) {
            session.output().json(findings.report(content.network(), cluster.all()));
        }
        if (failed.isPresent()) {
            DemoReport.Step step = failed.get();
            throw Failure.of("demo-step", step.id(), step.expected(), step.observed());
        }
        if (hold != null || !exit) {
            stay(story, cluster);
        }
        return 0;
    }

    /** Until Ctrl-C, which ends this JVM and with it the nodes. */
    private static void stay(Story story, Cluster cluster) throws InterruptedException {
        story.tell(story.of("pages"));
        for (DemoSchool school : cluster.on()) {
            story.tell("  " + school.status().getWebUrl() + "  " + school.name());
        }
        story.tell(story.of("until"));
        new CountDownLatch(1).await();
    }

    private static LocalDate nextMonday(String zone) {
        return LocalDate.now(ZoneId.of(zone)).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
