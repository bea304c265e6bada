// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.FirstStartPage;
import org.gorizont.cli.text.Failure;
import picocli.CommandLine.Command;

/** {@code stop}: asks the running node to end, and waits until it has. */
@Command(name = "stop")
public final class StopCommand implements Callable<Integer> {
    private static final int ORDERLY_SECONDS = 30;

    private final Session session;

    public StopCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<ProcessHandle> process = FirstStartPage.running(session.data()).flatMap(FirstStartPage::process);
        if (process.isPresent()) {
            process.get().destroy();
        } else {
            process = askToStop();
        }
        await(process);
        session.output().line(session.messages().of("stop.done"));
        return 0;
    }

    private Optional<ProcessHandle> askToStop() {
        try (AdminClient node = session.connect()) {
            Optional<ProcessHandle> process = ProcessHandle.of(node.status().getPid());
            node.stop();
            return process;
        }
    }

    private void await(Optional<ProcessHandle> process) throws InterruptedException {
        try {
            if (process.isPresent()) {
                process.get().onExit().get(ORDERLY_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException _) {
            throw Failure.of("not-stopped", session.data());
        }
    }
}
