// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Safe;
import org.gorizont.cli.text.Table;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code circle roles}: labels that circles have given to schools. */
@Command(name = "roles")
public final class CircleRolesCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    public CircleRolesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            StatusAnswer status = node.status();
            SchoolNames names = new SchoolNames(status);
            List<Role> roles = status.getCirclesList().stream()
                    .flatMap(circle -> circle.getDecidedList().stream()
                            .map(AdminWire.DecisionState::getAction)
                            .filter(action -> action.getType().equals("role"))
                            .map(action -> role(circle, action, names)))
                    .toList();
            if (json.json()) {
                session.output().json(roles);
            } else if (roles.isEmpty()) {
                session.output().line(session.messages().of("circle.roles.none"));
            } else {
                ActionText text = new ActionText(session.messages(), names);
                Table table = new Table();
                roles.forEach(role -> table.row(
                        Safe.line(role.name), text.role(role.role), Days.written(role.until), Safe.line(role.circle)));
                session.output().lines(table.lines());
            }
        }
        return 0;
    }

    private static Role role(AdminWire.CircleState circle, AdminWire.VoteAction action, SchoolNames names) {
        return new Role(
                circle.getName(),
                Ids.hex(action.getSchool()),
                names.name(action.getSchool()),
                action.getRole(),
                action.getUntil());
    }

    private record Role(String circle, String school, String name, String role, String until) {}
}
