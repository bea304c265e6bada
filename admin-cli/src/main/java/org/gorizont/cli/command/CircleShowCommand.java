// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code circle show}: the circles of this school and their members. */
@Command(name = "show")
public final class CircleShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    public CircleShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            StatusAnswer status = node.status();
            if (json.json()) {
                session.output()
                        .json(status.getCirclesList().stream()
                                .map(circle -> CircleView.of(circle, status))
                                .toList());
            } else if (status.getCirclesList().isEmpty()) {
                session.output().line(session.messages().of("circle.none"));
            } else {
                status.getCirclesList().forEach(circle -> print(circle, status));
            }
        }
        return 0;
    }

    private void print(AdminWire.CircleState state, StatusAnswer status) {
        Messages say = session.messages();
        CircleView circle = CircleView.of(state, status);
        ActionText text = new ActionText(say, new SchoolNames(status));
        session.output().line(Safe.line(circle.name()) + "  " + circle.id());
        if (!circle.standing().equals("MEMBER")) {
            session.output().line(say.word("standing", circle.standing()));
        }
        session.output()
                .line(say.of(
                        "circle.rules", circle.sponsors(), circle.removal(), circle.amendment(), circle.ruleVersion()));
        session.output().line(say.count("count.members", circle.members().size()) + ":");
        circle.members()
                .forEach(member -> session.output()
                        .line("  " + (member.name().isEmpty() ? say.of("school.unnamed") : Safe.line(member.name()))
                                + "  " + member.id() + (member.votes() ? "  " + say.of("circle.votes") : "")));
        if (state.getProposalsCount() > 0) {
            session.output().line(say.of("circle.proposals"));
            state.getProposalsList().forEach(open -> print(open, text));
        }
        if (state.getDecidedCount() > 0) {
            session.output().line(say.of("circle.decisions"));
            state.getDecidedList()
                    .forEach(done -> session.output()
                            .line("  " + text.of(done.getAction()) + " "
                                    + say.of("circle.decided.by", done.getYes(), done.getElectorate())));
        }
    }

    private void print(AdminWire.ProposalState open, ActionText text) {
        Messages say = session.messages();
        session.output().line("  " + CircleVoteCommand.brief(Ids.hex(open.getId())) + "  " + text.of(open.getAction()));
        session.output()
                .line("    "
                        + say.of(
                                "circle.tally",
                                open.getYesCount(),
                                open.getNoCount(),
                                open.getNeeded(),
                                open.getElectorate())
                        + (open.getWaiting() ? " " + say.of("circle.waiting") : ""));
    }
}
