// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.SchoolId;

/** «Сеть»: who belongs to a network, who votes, what is put to the vote and what was decided. */
public record NetworkPage(Frame frame, ReplicaStatus.Circle circle, List<SchoolView> schools) {
    private static final int SHORT = 8;

    public NetworkPage {
        schools = List.copyOf(schools);
    }

    /** A member with its labels in words. */
    public record Member(SchoolId id, String name, List<String> labels) {}

    /** What is put to the vote. {@code command} is empty when this school has answered, or may not. */
    public record Question(String what, String author, String tally, String yes, String no, String command) {}

    public String standing() {
        return frame.say("network.standing." + circle.standing());
    }

    public String rules() {
        return frame.say(
                "network.rules",
                circle.terms().sponsors(),
                share(circle.terms().removal()),
                share(circle.terms().amendment()));
    }

    public List<Member> members() {
        Map<SchoolId, List<String>> labels = labels();
        return circle.members().stream()
                .map(member -> new Member(member, name(member), labels.getOrDefault(member, List.of())))
                .sorted(Comparator.comparing(Member::name).thenComparing(Member::id))
                .toList();
    }

    public List<Question> questions() {
        return circle.proposals().stream()
                .map(open -> new Question(
                        what(open.action()),
                        name(open.author()),
                        frame.say("network.tally", open.yes().size(), open.needed(), open.electorate()),
                        names(open.yes()),
                        names(open.no()),
                        open.waiting()
                                ? "gorizont circle vote " + open.id().toString().substring(0, SHORT) + " yes"
                                : ""))
                .toList();
    }

    /** Decisions with their tallies, in words. */
    public List<String> decisions() {
        return circle.decided().stream()
                .map(done -> what(done.action()) + " " + frame.say("network.decided.by", done.yes(), done.electorate()))
                .toList();
    }

    private Map<SchoolId, List<String>> labels() {
        Map<SchoolId, List<String>> labels = new TreeMap<>();
        circle.electorate()
                .forEach(school ->
                        labels.computeIfAbsent(school, _ -> new ArrayList<>()).add(frame.say("network.votes")));
        for (ReplicaStatus.Done done : circle.decided()) {
            if (done.action() instanceof Action.GrantRole(SchoolId school, String role, LocalDate until)) {
                labels.computeIfAbsent(school, _ -> new ArrayList<>())
                        .add(frame.say("network.role", role(role), frame.words().date(until)));
            } else if (done.action() instanceof Action.DeclareDormant(SchoolId school)) {
                labels.computeIfAbsent(school, _ -> new ArrayList<>()).add(frame.say("network.dormant"));
            }
        }
        return labels;
    }

    private String what(Action action) {
        return switch (action) {
            case Action.SealElectorate(List<SchoolId> members) ->
                frame.say("network.action.electorate", frame.words().count("count.schools", members.size()));
            case Action.RemoveSchool(SchoolId school, var _) -> frame.say("network.action.remove", name(school));
            case Action.AmendCharter(var terms) ->
                frame.say(
                        "network.action.amend",
                        terms.name(),
                        terms.sponsors(),
                        share(terms.removal()),
                        share(terms.amendment()));
            case Action.GrantRole(SchoolId school, String role, LocalDate until) ->
                frame.say(
                        "network.action.role",
                        name(school),
                        role(role),
                        frame.words().date(until));
            case Action.DeclareDormant(SchoolId school) -> frame.say("network.action.dormant", name(school));
            case Action.NameSuccessor(SchoolId before, SchoolId after, var _) ->
                frame.say("network.action.successor", name(before), name(after));
        };
    }

    private String role(String code) {
        return frame.words().has("role." + code) ? frame.say("role." + code) : code;
    }

    private String names(List<SchoolId> ids) {
        return String.join(", ", ids.stream().map(this::name).toList());
    }

    private String name(SchoolId id) {
        Optional<SchoolView> known =
                schools.stream().filter(school -> school.id().equals(id)).findFirst();
        return known.map(school -> frame.words().school(school)).orElseGet(id::shortForm);
    }

    private static String share(Fraction fraction) {
        return fraction.numerator() + "/" + fraction.denominator();
    }
}
