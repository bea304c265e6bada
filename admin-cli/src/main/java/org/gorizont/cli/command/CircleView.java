// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.List;
import org.gorizont.cli.client.Ids;
import org.gorizont.protocol.wire.v1.AdminWire;

/**
 * A circle with its members and votes.
 *
 * @param standing what this school is in it: MEMBER, JOINING, LEFT, REMOVED, OUTSIDE
 */
record CircleView(
        String id,
        String name,
        int sponsors,
        String removal,
        String amendment,
        int ruleVersion,
        String standing,
        List<MemberView> members,
        List<ProposalView> proposals,
        List<DecisionView> decided) {
    static CircleView of(AdminWire.CircleState circle, AdminWire.StatusAnswer status) {
        SchoolNames names = new SchoolNames(status);
        return new CircleView(
                Ids.hex(circle.getCircle()),
                circle.getName(),
                circle.getSponsors(),
                circle.getRemoval(),
                circle.getAmendment(),
                circle.getRuleVersion(),
                circle.getStanding(),
                circle.getMembersList().stream()
                        .map(member -> new MemberView(
                                Ids.hex(member),
                                name(member, status),
                                circle.getElectorateList().contains(member)))
                        .toList(),
                circle.getProposalsList().stream()
                        .map(open -> ProposalView.of(open, names))
                        .toList(),
                circle.getDecidedList().stream()
                        .map(done -> DecisionView.of(done, names))
                        .toList());
    }

    private static String name(ByteString school, AdminWire.StatusAnswer status) {
        return status.getSchoolsList().stream()
                .filter(known -> known.getSchool().equals(school))
                .findFirst()
                .map(AdminWire.SchoolState::getName)
                .orElse("");
    }

    /** A school that belongs to it; the name is empty when its card is not here. */
    record MemberView(String id, String name, boolean votes) {}

    /** What a decision does; fields that its type does not have are empty. */
    record ActionView(
            String type,
            String school,
            String schoolName,
            String successor,
            String role,
            String until,
            List<String> members) {
        static ActionView of(AdminWire.VoteAction action, SchoolNames names) {
            return new ActionView(
                    action.getType(),
                    Ids.hex(action.getSchool()),
                    action.getSchool().isEmpty() ? "" : names.name(action.getSchool()),
                    Ids.hex(action.getSuccessor()),
                    action.getRole(),
                    action.getUntil(),
                    action.getMembersList().stream().map(Ids::hex).toList());
        }
    }

    /** A proposal that is put to the vote. */
    record ProposalView(
            String id,
            ActionView action,
            String author,
            List<String> yes,
            List<String> no,
            int electorate,
            int needed,
            boolean waiting) {
        static ProposalView of(AdminWire.ProposalState open, SchoolNames names) {
            return new ProposalView(
                    Ids.hex(open.getId()),
                    ActionView.of(open.getAction(), names),
                    Ids.hex(open.getAuthor()),
                    open.getYesList().stream().map(Ids::hex).toList(),
                    open.getNoList().stream().map(Ids::hex).toList(),
                    open.getElectorate(),
                    open.getNeeded(),
                    open.getWaiting());
        }
    }

    record DecisionView(String id, ActionView action, int yes, int electorate) {
        static DecisionView of(AdminWire.DecisionState done, SchoolNames names) {
            return new DecisionView(
                    Ids.hex(done.getId()), ActionView.of(done.getAction(), names), done.getYes(), done.getElectorate());
        }
    }
}
