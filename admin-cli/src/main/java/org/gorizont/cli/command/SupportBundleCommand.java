// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.NodeNumbers;
import org.gorizont.cli.support.SupportBundle;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.protocol.wire.v1.AdminWire.FindingState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code support-bundle FILE.zip}: a file for whoever helps from afar, in which nobody is named. */
@Command(name = "support-bundle")
public final class SupportBundleCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "parameter.support-bundle")
    private Path file = Path.of("support.zip");

    public SupportBundleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Messages say = session.messages();
        List<FindingState> findings = DoctorCommand.findings(session);
        SupportBundle bundle = SupportBundle.gather(session.data(), findings, metrics());
        session.output().line(say.of("support.contents"));
        for (SupportBundle.Item item : bundle.items()) {
            session.output()
                    .line("  " + item.name() + ": "
                            + say.of("support." + item.name(), item.lines().size()));
        }
        session.output().line(say.of("support.never"));
        try {
            bundle.write(file);
        } catch (FileAlreadyExistsException _) {
            throw Failure.of("bundle-exists", file);
        } catch (IOException e) {
            throw Failure.of("cannot-write", file, String.valueOf(e.getMessage()));
        }
        session.output().line(say.of("support.written", file.toAbsolutePath()));
        return 0;
    }

    /** A node that does not run has none. */
    private String metrics() throws InterruptedException {
        try (AdminClient node = session.connect()) {
            return NodeNumbers.of(node.status().getWebUrl());
        } catch (Failure _) {
            return "";
        }
    }
}
