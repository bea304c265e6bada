// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Table;
import org.gorizont.protocol.wire.v1.AdminWire.SchoolState;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schools}: every school that this node knows, when it was last heard of, what is behind and why. */
@Command(name = "schools")
public final class SchoolsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    public SchoolsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            StatusAnswer status = node.status();
            if (json.json()) {
                session.output()
                        .json(status.getSchoolsList().stream()
                                .map(SchoolView::of)
                                .toList());
            } else {
                session.output().lines(lines(status.getSchoolsList()));
            }
        }
        return 0;
    }

    private List<String> lines(List<SchoolState> schools) {
        Messages say = session.messages();
        Table table = new Table()
                .row(
                        say.of("schools.name"),
                        say.of("schools.id"),
                        say.of("schools.practices"),
                        say.of("schools.resources"),
                        say.of("schools.heard"),
                        say.of("schools.reach"),
                        say.of("schools.behind"));
        for (SchoolState school : schools) {
            table.row(
                    (school.getName().isEmpty() ? say.of("school.unnamed") : school.getName())
                            + (school.getSample() ? " (" + say.of("sample") + ")" : ""),
                    Ids.brief(school.getSchool()),
                    Integer.toString(school.getPractices()),
                    Integer.toString(school.getResources()),
                    heard(school),
                    school.getSelf() ? "–" : say.word("how", school.getHow()),
                    behind(school));
        }
        return table.lines();
    }

    private String heard(SchoolState school) {
        Messages say = session.messages();
        if (school.getSelf()) {
            return say.of("schools.self");
        }
        if (school.getConnected()) {
            return say.of("schools.connected");
        }
        if (school.getHow().equals(ReachLines.APART)) {
            return "–";
        }
        return school.getLastHeard() == 0
                ? say.of("schools.not-heard")
                : session.moments().of(school.getLastHeard());
    }

    private String behind(SchoolState school) {
        Messages say = session.messages();
        return school.getBehindCount() == 0
                ? say.of("schools.complete")
                : school.getBehindList().stream()
                        .map(log -> say.word("why", log.getWhy()) + " (" + log.getHeld() + "/" + log.getKnown() + ")")
                        .collect(Collectors.joining(", "));
    }
}
