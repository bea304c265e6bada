// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gorizont.cli.command.Session;
import org.gorizont.cli.demo.membership.Membership;
import org.gorizont.cli.demo.nine.NineSchools;
import org.gorizont.cli.demo.stage.DemoFolder;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Network;
import org.gorizont.cli.demo.stage.Play;
import org.gorizont.cli.demo.stage.Stage;
import org.gorizont.cli.demo.stage.Step;
import org.gorizont.cli.demo.stage.Typist;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Safe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: schools on this computer, each with a real node, and a story of what they go through. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    static final List<Network> NETWORKS = List.of(new NineSchools(), new Membership());

    private final Session session;
    private final Typist typist;

    @Option(names = "--network", paramLabel = "NAME", defaultValue = "mariinsk", descriptionKey = "option.demo-network")
    private String network = "";

    @Option(names = "--exit", descriptionKey = "option.demo-exit")
    private boolean exit;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--hold", paramLabel = "STEP", descriptionKey = "option.demo-hold")
    private @Nullable String hold;

    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "option.demo-dir")
    private @Nullable Path dir;

    /** @param typist types the commands that a story needs */
    public DemoCommand(Session session, Typist typist) {
        this.session = session;
        this.typist = typist;
    }

    @Override
    public Integer call() throws InterruptedException {
        Network chosen = named(network);
        Optional<String> last = Optional.ofNullable(hold);
        if (last.isPresent() && !chosen.steps().contains(last.get())) {
            throw Failure.usage("demo-no-step", last.get(), String.join(", ", chosen.steps()));
        }
        DemoFolder named = DemoFolder.of(Optional.ofNullable(dir));
        DemoFolder folder = last.isPresent() ? named.kept() : named;
        try (Ending ending = Ending.of(folder)) {
            Play play =
                    chosen.open(new Stage(session.home(), folder, session.messages(), session.output(), json, typist));
            ending.ends(play);
            return show(play, last);
        }
    }

    private static Network named(String name) {
        return NETWORKS.stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        "demo-no-network",
                        name,
                        String.join(", ", NETWORKS.stream().map(Network::name).toList())));
    }

    private int show(Play play, Optional<String> last) throws InterruptedException {
        play.begin();
        tell(play, last);
        if (last.isPresent()) {
            pages(play, "demo.hold");
            awaitEnter();
            tell(play, Optional.empty());
        }
        if (!exit) {
            pages(play, "demo.until");
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private void tell(Play play, Optional<String> last) throws InterruptedException {
        Optional<Step> failed = play.play(last);
        if (json || last.isPresent()) {
            session.output().json(play.report());
        }
        if (failed.isPresent()) {
            Step step = failed.get();
            throw Failure.of("demo-step", step.id(), step.expected(), step.observed());
        }
    }

    private void pages(Play play, String next) {
        if (!json) {
            session.output().line(session.messages().of("demo.pages"));
            for (DemoSchool school : play.on()) {
                session.output().line("  " + school.status().getWebUrl() + "  " + Safe.line(school.name()));
            }
            session.output().line(session.messages().of(next));
        }
    }

    /** Ctrl-C ends this JVM and with it the nodes; where nobody can type, that is the only end. */
    private static void awaitEnter() throws InterruptedException {
        try {
            int typed;
            do {
                typed = System.in.read();
            } while (typed >= 0 && typed != '\n');
            if (typed >= 0) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new CountDownLatch(1).await();
    }
}
