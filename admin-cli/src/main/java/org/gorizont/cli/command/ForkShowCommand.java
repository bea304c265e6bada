// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.wire.v1.AdminWire.ForkState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fork show}: which logs exist in two versions, since when, and what is to be done. */
@Command(name = "show")
public final class ForkShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    public ForkShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            List<ForkState> forks = node.forks().getForksList();
            if (json.json()) {
                session.output().json(forks.stream().map(ForkView::of).toList());
            } else {
                session.output().lines(lines(forks));
            }
        }
        return 0;
    }

    private List<String> lines(List<ForkState> forks) {
        Messages say = session.messages();
        if (forks.isEmpty()) {
            return List.of(say.of("fork.none"));
        }
        List<String> lines = new ArrayList<>();
        for (ForkState fork : forks) {
            String name = fork.getSchoolName().isEmpty() ? say.of("school.unnamed") : fork.getSchoolName();
            lines.add(say.of(
                    "fork.log",
                    Safe.line(name),
                    Ids.brief(fork.getLog().getSchool()),
                    channel(fork.getLog().getChannel())));
            lines.add("  "
                    + say.of(
                            "fork.versions",
                            fork.getIndex() + 1,
                            say.count("count.entries", fork.getFirstSize()),
                            say.count("count.entries", fork.getSecondSize())));
            if (!fork.getSettled()) {
                lines.add("  " + held(fork));
            }
            lines.add("  " + next(fork));
        }
        return lines;
    }

    private String held(ForkState fork) {
        return session.messages()
                .of("fork.held." + fork.getHeldVersion(), session.messages().count("count.entries", fork.getHeld()));
    }

    private String next(ForkState fork) {
        Messages say = session.messages();
        if (fork.getSettled()) {
            return say.of("fork.settled", say.count("count.entries", fork.getSealedSize()));
        }
        return say.of(fork.getSelf() ? "fork.next.own" : "fork.next.other");
    }

    private String channel(int number) {
        Channel channel = new Channel(number);
        if (channel.equals(Channel.CONTROL)) {
            return session.messages().of("channel.CONTROL");
        }
        return channel.equals(Channel.CATALOGUE)
                ? session.messages().of("channel.CATALOGUE")
                : channel.equals(Channel.CALENDAR)
                        ? session.messages().of("channel.CALENDAR")
                        : Integer.toString(number);
    }
}
