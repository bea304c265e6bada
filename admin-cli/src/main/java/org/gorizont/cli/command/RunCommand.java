// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AccountClient;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.Browser;
import org.gorizont.cli.process.FirstStartPage;
import org.gorizont.cli.process.NodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.process.QuickStart;
import org.gorizont.cli.setup.FirstCards;
import org.gorizont.cli.setup.OwnerOnly;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code run}: runs the node of this school until Ctrl-C, or leaves it running in the background. Publishes the school's first
 * cards when it first runs. Where there is no school yet, the pages come first on which it is set up.
 */
@Command(name = "run")
public final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--open", descriptionKey = "option.run-open")
    private boolean open;

    @Option(names = "--background", descriptionKey = "option.run-background")
    private boolean background;

    public RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean school = Files.exists(session.data().resolve("identity"));
        if (open && openRunning()) {
            return 0;
        }
        Program program = Program.ordinary(session.home());
        QuickStart.prepare(
                program, () -> session.output().note(session.messages().of("run.preparing")));
        if (!school) {
            return setUp(program);
        }
        try (NodeProcess node = NodeProcess.start(program, session.data())) {
            session.output().note(session.messages().of("run.starting", session.data()));
            node.awaitReady();
            try (AdminClient client = session.connect()) {
                if (FirstCards.publish(session.data(), client)) {
                    session.output().note(session.messages().of("run.first-cards"));
                }
                StatusAnswer status = client.status();
                session.output()
                        .line(session.messages()
                                .of(background ? "run.ready-background" : "run.ready", status.getWebUrl()));
                // Nobody watches a service, and what it says is kept: the code is no matter for a log.
                Optional<String> first = background ? Optional.empty() : tellHowToBegin(client, status.getWebUrl());
                if (open) {
                    Browser.open(first.orElse(status.getWebUrl()));
                }
            }
            if (background) {
                node.leave();
                return 0;
            }
            int code = node.await();
            return code == 0 ? 0 : 1;
        }
    }

    /** The browser goes on by itself when the school exists: the process stays, its pages do at the same address. */
    private int setUp(Program program) throws InterruptedException {
        try {
            OwnerOnly.folder(session.data());
        } catch (IOException e) {
            throw Failure.of("cannot-write", session.data(), String.valueOf(e.getMessage()));
        }
        try (NodeProcess node = NodeProcess.start(program, session.data())) {
            Optional<FirstStartPage> page = node.awaitPages();
            page.ifPresent(this::tellWhereToBegin);
            if (background) {
                node.leave();
                return 0;
            }
            return node.await() == 0 ? 0 : 1;
        }
    }

    /** Nobody watches a service, and what it says is kept: the code in the address is no matter for a log. */
    private void tellWhereToBegin(FirstStartPage page) {
        session.output()
                .line(
                        background
                                ? session.messages().of("run.first-start-background")
                                : session.messages().of("run.first-start", page.address()));
        if (open) {
            Browser.open(page.address());
        }
    }

    /**
     * Until somebody has an account, whoever starts the node is told how to make the first one.
     *
     * @return the address for that
     */
    private Optional<String> tellHowToBegin(AdminClient client, String webUrl) {
        String code = webUrl.isEmpty() ? "" : new AccountClient(client).list().getFirstCode();
        if (code.isEmpty()) {
            return Optional.empty();
        }
        session.output().line(session.messages().of("account.first", AccountFirstCommand.firstPage(webUrl), code));
        return Optional.of(AccountFirstCommand.begin(webUrl, code));
    }

    /** Who starts it a second time wants to see it. */
    private boolean openRunning() {
        Optional<FirstStartPage> page = FirstStartPage.running(session.data());
        if (page.isPresent()) {
            Browser.open(page.get().address());
            return true;
        }
        try (AdminClient client = session.connect()) {
            Browser.open(client.status().getWebUrl());
            return true;
        } catch (Failure _) {
            return false;
        }
    }
}
