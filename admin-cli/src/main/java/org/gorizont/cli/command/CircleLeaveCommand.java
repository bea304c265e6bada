// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.protocol.wire.v1.AdminWire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code circle leave}: this school is no member any more; what it has published stays its own. */
@Command(name = "leave")
public final class CircleLeaveCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--circle", paramLabel = "ID", defaultValue = "", descriptionKey = "option.circle")
    private String circle = "";

    public CircleLeaveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            AdminWire.CircleState state = CircleChoice.of(circle, node.status());
            String id = Ids.hex(node.leave(state.getCircle()));
            if (json.json()) {
                session.output().json(new Left(id));
            } else {
                session.output().line(session.messages().of("circle.left", state.getName()));
                session.output().note(session.messages().of("circle.left.next"));
            }
        }
        return 0;
    }

    private record Left(String circle) {}
}
