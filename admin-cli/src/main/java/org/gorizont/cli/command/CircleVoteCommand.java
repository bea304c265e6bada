// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code circle vote PROPOSAL yes|no}: answers a proposal, which may be named by its first characters. */
@Command(name = "vote")
public final class CircleVoteCommand implements Callable<Integer> {
    private static final int BRIEF = 8;

    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(index = "0", paramLabel = "PROPOSAL", descriptionKey = "parameter.proposal")
    private String proposal = "";

    @Parameters(index = "1", paramLabel = "ANSWER", descriptionKey = "parameter.answer")
    private String answer = "";

    public CircleVoteCommand(Session session) {
        this.session = session;
    }

    /** Enough of an id to name a proposal. */
    static String brief(String id) {
        return id.substring(0, Math.min(id.length(), BRIEF));
    }

    @Override
    public Integer call() {
        boolean yes = switch (answer.toLowerCase(Locale.ROOT)) {
            case "yes", "да", "за" -> true;
            case "no", "нет", "против" -> false;
            default -> throw Failure.usage("not-an-answer", answer);
        };
        try (AdminClient node = session.connect()) {
            StatusAnswer status = node.status();
            Found found = find(status);
            node.vote(found.circle.getCircle(), found.proposal.getId(), yes);
            String id = Ids.hex(found.proposal.getId());
            if (json.json()) {
                session.output().json(new Voted(Ids.hex(found.circle.getCircle()), id, yes));
            } else {
                ActionText text = new ActionText(session.messages(), new SchoolNames(status));
                session.output()
                        .line(session.messages()
                                .of(yes ? "circle.voted.yes" : "circle.voted.no", text.of(found.proposal.getAction())));
            }
        }
        return 0;
    }

    private record Found(AdminWire.CircleState circle, AdminWire.ProposalState proposal) {}

    private Found find(StatusAnswer status) {
        String digits = proposal.strip().toLowerCase(Locale.ROOT);
        List<Found> found = status.getCirclesList().stream()
                .flatMap(circle -> circle.getProposalsList().stream().map(open -> new Found(circle, open)))
                .filter(pair ->
                        !digits.isEmpty() && Ids.hex(pair.proposal.getId()).startsWith(digits))
                .toList();
        if (found.size() != 1) {
            throw Failure.usage(found.isEmpty() ? "no-such-proposal" : "many-proposals", proposal);
        }
        return found.getFirst();
    }

    private record Voted(String circle, String proposal, boolean yes) {}
}
