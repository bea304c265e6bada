// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.DoctorProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire.FindingState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what is well with this node and what is not, each with the next step; whether it runs or not. */
@Command(name = "doctor")
public final class DoctorCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    public DoctorCommand(Session session) {
        this.session = session;
    }

    /** The JSON form of a finding; names are those of its fields. */
    record FindingView(String grade, String what, List<String> values) {
        static FindingView of(FindingState finding) {
            return new FindingView(
                    finding.getGrade(),
                    finding.getWhat(),
                    finding.getValuesList().stream().toList());
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        List<FindingState> findings = findings(session);
        if (json.json()) {
            session.output().json(findings.stream().map(FindingView::of).toList());
        } else {
            session.output().lines(new FindingLines(session.messages()).of(findings));
        }
        return findings.stream().anyMatch(finding -> finding.getGrade().equals(FindingLines.ATTENTION)) ? 1 : 0;
    }

    /**
     * Of the running node, or of its files when it does not answer.
     *
     * @throws Failure if there is no data directory, or the program cannot look at it
     */
    static List<FindingState> findings(Session session) throws InterruptedException {
        if (!Files.isDirectory(session.data())) {
            throw Failure.of("no-node", session.data());
        }
        try (AdminClient node = session.connect()) {
            return node.doctor().getFindingsList();
        } catch (Failure _) {
            return DoctorProcess.examine(Program.ordinary(session.home()), session.data());
        }
    }
}
