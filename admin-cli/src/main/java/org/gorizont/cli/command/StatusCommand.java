// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Table;
import org.gorizont.protocol.wire.v1.AdminWire.SchoolState;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: how this node is. */
@Command(name = "status")
public final class StatusCommand implements Callable<Integer> {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int MINUTE_MILLIS = 60_000;

    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    public StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            StatusAnswer status = node.status();
            if (json.json()) {
                session.output().json(StatusView.of(status));
            } else {
                session.output().lines(lines(status));
            }
        }
        return 0;
    }

    private List<String> lines(StatusAnswer status) {
        Messages say = session.messages();
        StatusView view = StatusView.of(status);
        ReachLines reach = new ReachLines(session);
        Table table = new Table()
                .row(
                        say.of("status.school"),
                        view.self().name().isEmpty()
                                ? say.of("school.unnamed")
                                : view.self().name())
                .row(say.of("status.id"), view.self().id())
                .row(
                        say.of("status.writing"),
                        view.writing() ? say.of("status.writing.yes") : say.word("refusal", view.writingRefused()))
                .row(say.of("status.circles"), circles(view.circles()))
                .row(say.of("status.entries"), view.ownEntries() + " / " + view.heldEntries())
                .row(
                        say.of("status.connected"),
                        Long.toString(view.schools().stream()
                                .filter(s -> s.connected() && !s.self())
                                .count()))
                .row(say.of("status.behind"), behind(view))
                .row(say.of("status.uptime"), say.count("count.minutes", view.uptimeMillis() / MINUTE_MILLIS))
                .row(
                        say.of("status.memory"),
                        view.peakRssBytes() == 0 ? "–" : say.of("status.mebibytes", view.peakRssBytes() / MEBIBYTE))
                .row(
                        say.of("status.address"),
                        view.endpoints().isEmpty()
                                ? say.of("status.address.none")
                                : String.join(", ", view.endpoints()))
                .row(say.of("status.proxy"), status.getProxy().isEmpty() ? "–" : status.getProxy())
                .row(say.of("status.relay"), reach.relay(status))
                .row(say.of("status.pages"), view.webUrl().isEmpty() ? "–" : view.webUrl())
                .row(say.of("status.backup"), new BackupLines(session).of(status.getBackup()))
                .row(say.of("status.program"), view.program());
        if (status.getHeldBackUntil() > 0) {
            table.row(
                    say.of("status.held-back"),
                    say.of("status.held-back.until", session.moments().of(status.getHeldBackUntil())));
        }
        view.readers().stream()
                .filter(reader ->
                        reader.position() < reader.last() || !reader.problem().isEmpty())
                .forEach(reader -> table.row(
                        say.of("status.reader", reader.name()),
                        reader.position() + " / " + reader.last() + " " + reader.problem()));
        status.getSchoolsList().stream()
                .filter(school -> !school.getSelf())
                .forEach(school -> table.row(
                        say.of("status.reach", name(school)),
                        reach.of(school, !status.getProxy().isEmpty())));
        if (!status.getSpace().isEmpty() && !status.getSpace().equals("ENOUGH")) {
            table.row(
                    say.of("status.space"),
                    say.of("space." + status.getSpace(), Math.max(0, status.getFreeBytes()) / MEBIBYTE));
        }
        status.getSchoolsList().stream()
                .filter(school ->
                        school.getRoom().equals("MUCH") || school.getRoom().equals("SPENT"))
                .forEach(school -> table.row(say.of("status.room", name(school)), say.word("room", school.getRoom())));
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(new DraftLines(session).of(status));
        lines.addAll(reach.advice(status));
        return lines;
    }

    private String name(SchoolState school) {
        return school.getName().isEmpty() ? session.messages().of("school.unnamed") : school.getName();
    }

    private String circles(List<CircleView> circles) {
        Messages say = session.messages();
        return circles.isEmpty()
                ? say.of("status.circles.none")
                : circles.stream()
                        .map(circle -> circle.name()
                                + (circle.standing().equals("MEMBER")
                                        ? ""
                                        : " (" + say.word("status.standing", circle.standing()) + ")"))
                        .collect(Collectors.joining(", "));
    }

    private String behind(StatusView view) {
        long behind = view.schools().stream()
                .filter(school -> !school.behind().isEmpty())
                .count();
        return behind == 0
                ? session.messages().of("status.behind.none")
                : session.messages().count("count.schools", behind);
    }
}
