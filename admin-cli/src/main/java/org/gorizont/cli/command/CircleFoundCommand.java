// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code circle found NAME}: founds a circle with this school as its first member. */
@Command(name = "found")
public final class CircleFoundCommand implements Callable<Integer> {
    /** One member admits a newcomer. */
    private static final int SPONSORS = 1;

    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "NAME", descriptionKey = "parameter.circle-name")
    private String name = "";

    public CircleFoundCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            ByteString circle = node.foundCircle(name, SPONSORS);
            if (json.json()) {
                session.output().json(new Founded(Ids.hex(circle), name));
            } else {
                session.output().line(session.messages().of("circle.founded", name, Ids.hex(circle)));
            }
        }
        return 0;
    }

    private record Founded(String circle, String name) {}
}
