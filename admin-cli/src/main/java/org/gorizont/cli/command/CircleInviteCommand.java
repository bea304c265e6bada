// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.model.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code circle invite}: makes a code with which one school can join. */
@Command(name = "invite")
public final class CircleInviteCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--circle", paramLabel = "ID", defaultValue = "", descriptionKey = "option.circle")
    private String circle = "";

    @Option(names = "--address", paramLabel = "HOST:PORT", defaultValue = "", descriptionKey = "option.address")
    private String address = "";

    public CircleInviteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int colon = address.lastIndexOf(':');
        if (!address.isEmpty() && (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}"))) {
            throw Failure.usage("not-an-address", address);
        }
        String host = address.isEmpty() ? "" : address.substring(0, colon);
        int port = address.isEmpty() ? 0 : Integer.parseInt(address.substring(colon + 1));
        try (AdminClient node = session.connect()) {
            String code = node.invite(meant(circle), host, port);
            if (json.json()) {
                session.output().json(new Invited(code));
            } else {
                session.output().line(code);
                session.output().note(session.messages().of("circle.invited"));
            }
        }
        return 0;
    }

    /** Empty text: the only circle of the school. */
    static ByteString meant(String circle) {
        return circle.isEmpty() ? ByteString.EMPTY : Ids.parse(circle, Hash.SIZE);
    }

    private record Invited(String code) {}
}
