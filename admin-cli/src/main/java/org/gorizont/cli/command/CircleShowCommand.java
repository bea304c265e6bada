// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
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
            List<CircleView> circles = status.getCirclesList().stream()
                    .map(circle -> CircleView.of(circle, status))
                    .toList();
            if (json.json()) {
                session.output().json(circles);
            } else if (circles.isEmpty()) {
                session.output().line(session.messages().of("circle.none"));
            } else {
                circles.forEach(this::print);
            }
        }
        return 0;
    }

    private void print(CircleView circle) {
        Messages say = session.messages();
        session.output().line(Safe.line(circle.name()) + "  " + circle.id());
        session.output().line(say.of("circle.rules", circle.sponsors(), circle.ruleVersion()));
        if (circle.joining()) {
            session.output().line(say.of("circle.joining"));
        }
        session.output().line(say.count("count.members", circle.members().size()) + ":");
        circle.members()
                .forEach(member -> session.output()
                        .line("  " + (member.name().isEmpty() ? say.of("school.unnamed") : Safe.line(member.name()))
                                + "  " + member.id()));
    }
}
