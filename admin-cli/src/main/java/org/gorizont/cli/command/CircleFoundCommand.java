// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code circle found NAME}: founds a circle with this school as its first member. */
@Command(name = "found")
public final class CircleFoundCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "NAME", descriptionKey = "parameter.circle-name")
    private String name = "";

    @Option(names = "--sponsors", paramLabel = "N", defaultValue = "1", descriptionKey = "option.sponsors")
    private int sponsors = 1;

    public CircleFoundCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            ByteString circle = node.foundCircle(name, sponsors);
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
