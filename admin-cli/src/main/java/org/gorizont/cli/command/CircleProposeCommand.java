// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.VoteAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code circle propose WHAT [SCHOOL]}: asks the schools of the electorate for a decision, and says yes oneself. */
@Command(name = "propose")
public final class CircleProposeCommand implements Callable<Integer> {
    private static final List<String> ROLES = List.of("coordinator", "resource-centre", "base-site", "methodist");

    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(index = "0", paramLabel = "WHAT", descriptionKey = "parameter.what")
    private String what = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "SCHOOL",
            descriptionKey = "parameter.school")
    private String school = "";

    @Parameters(index = "2", arity = "0..1", defaultValue = "", paramLabel = "NEW", descriptionKey = "parameter.new")
    private String successor = "";

    @Option(names = "--circle", paramLabel = "ID", defaultValue = "", descriptionKey = "option.circle")
    private String circle = "";

    @Option(names = "--with", paramLabel = "SCHOOL", descriptionKey = "option.with")
    private List<String> with = new ArrayList<>();

    @Option(names = "--without", paramLabel = "SCHOOL", descriptionKey = "option.without")
    private List<String> without = new ArrayList<>();

    @Option(names = "--role", paramLabel = "ROLE", defaultValue = "", descriptionKey = "option.role")
    private String role = "";

    @Option(names = "--until", paramLabel = "DAY", defaultValue = "", descriptionKey = "option.until")
    private String until = "";

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "", descriptionKey = "option.amend-name")
    private String name = "";

    @Option(names = "--sponsors", paramLabel = "N", defaultValue = "0", descriptionKey = "option.sponsors")
    private int sponsors;

    @Option(names = "--removal", paramLabel = "N/M", defaultValue = "", descriptionKey = "option.removal")
    private String removal = "";

    @Option(names = "--amendment", paramLabel = "N/M", defaultValue = "", descriptionKey = "option.amendment")
    private String amendment = "";

    public CircleProposeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            StatusAnswer status = node.status();
            AdminWire.CircleState state = CircleChoice.of(circle, status);
            VoteAction action = action(state, new SchoolNames(status));
            var answer = node.propose(state.getCircle(), action);
            String id = Ids.hex(answer.getProposal());
            if (json.json()) {
                session.output().json(new Proposed(Ids.hex(answer.getCircle()), id));
            } else {
                ActionText text = new ActionText(session.messages(), new SchoolNames(status));
                session.output().line(session.messages().of("circle.proposed", text.of(action)));
                session.output()
                        .note(
                                isOpen(node.status(), answer.getProposal())
                                        ? session.messages().of("circle.proposed.next", CircleVoteCommand.brief(id))
                                        : session.messages().of("circle.proposed.decided"));
            }
        }
        return 0;
    }

    private static boolean isOpen(StatusAnswer status, ByteString proposal) {
        return status.getCirclesList().stream()
                .flatMap(circle -> circle.getProposalsList().stream())
                .anyMatch(open -> open.getId().equals(proposal));
    }

    private VoteAction action(AdminWire.CircleState state, SchoolNames names) {
        VoteAction.Builder action = VoteAction.newBuilder().setType(what);
        return switch (what) {
            case "electorate" -> action.addAllMembers(electorate(state, names)).build();
            case "remove", "dormant" -> action.setSchool(named(names, school)).build();
            case "role" ->
                action.setSchool(named(names, school))
                        .setRole(role(needed(role, "--role")))
                        .setUntil(Days.read(needed(until, "--until")).toString())
                        .build();
            case "successor" ->
                action.setSchool(named(names, school))
                        .setSuccessor(named(names, successor))
                        .build();
            case "amend" ->
                action.setName(name.isEmpty() ? state.getName() : name)
                        .setSponsors(sponsors == 0 ? state.getSponsors() : sponsors)
                        .setRemoval(removal.isEmpty() ? state.getRemoval() : removal)
                        .setAmendment(amendment.isEmpty() ? state.getAmendment() : amendment)
                        .build();
            default -> throw Failure.usage("no-such-proposal-kind", what);
        };
    }

    private List<ByteString> electorate(AdminWire.CircleState state, SchoolNames names) {
        List<ByteString> members = new ArrayList<>(state.getMembersList());
        with.forEach(text -> members.add(names.meant(text)));
        without.forEach(text -> members.remove(names.meant(text)));
        return members;
    }

    /** A role by its code or by its word in the person's language. */
    private String role(String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        String code = ROLES.stream()
                .filter(known -> session.messages().word("role", known).equals(word))
                .findFirst()
                .orElse(word);
        if (!code.matches("[a-z-]{1,40}")) {
            throw Failure.usage("not-a-role", typed);
        }
        return code;
    }

    private static ByteString named(SchoolNames names, String text) {
        return names.meant(needed(text, "SCHOOL"));
    }

    private static String needed(String text, String name) {
        if (text.isEmpty()) {
            throw Failure.usage("missing", name);
        }
        return text;
    }

    private record Proposed(String circle, String proposal) {}
}
