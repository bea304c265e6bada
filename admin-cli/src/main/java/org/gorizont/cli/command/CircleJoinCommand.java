// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.codec.InvitationCode;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code circle join CODE}: joins a circle by an invitation code; waits for the inviter as long as it takes. */
@Command(name = "join")
public final class CircleJoinCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "CODE", arity = "1..*", descriptionKey = "parameter.code")
    private String[] code = {};

    public CircleJoinCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String whole = String.join("", code);
        try {
            InvitationCode.parse(whole);
        } catch (Malformed _) {
            throw Failure.usage("bad-code");
        }
        try (AdminClient node = session.connect()) {
            session.output().note(session.messages().of("circle.join.visible"));
            JoinProgress end = node.join(whole, this::tell);
            if (end.getState() == JoinProgress.State.STATE_SPONSORED) {
                sponsored(end);
                return 0;
            }
            if (end.getState() != JoinProgress.State.STATE_JOINED) {
                throw Failure.of(
                        "refused." + end.getRefused().getCode(),
                        end.getRefused().getDetail());
            }
            if (json.json()) {
                session.output().json(new Joined(Ids.hex(end.getCircle()), 0));
            } else {
                session.output().line(session.messages().of("circle.joined"));
            }
        }
        return 0;
    }

    private void tell(JoinProgress progress) {
        if (progress.getState() == JoinProgress.State.STATE_UNREACHABLE) {
            session.output().note(session.messages().of("circle.unreachable"));
        }
    }

    private void sponsored(JoinProgress end) {
        if (json.json()) {
            session.output().json(new Joined(Ids.hex(end.getCircle()), end.getMissingSponsors()));
        } else {
            session.output()
                    .line(session.messages()
                            .of(
                                    "circle.sponsored",
                                    session.messages().count("count.sponsors", end.getMissingSponsors())));
        }
    }

    /** The school is a member once no sponsor is missing. */
    private record Joined(String circle, int missingSponsors) {}
}
