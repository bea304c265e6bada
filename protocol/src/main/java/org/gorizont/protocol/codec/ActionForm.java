// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.time.LocalDate;
import java.util.List;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Terms;
import org.gorizont.protocol.wire.v1.CircleWire;

/** What proposals ask for. */
final class ActionForm {
    private ActionForm() {}

    static void into(CircleWire.Proposal.Builder proposal, Action action) {
        switch (action) {
            case Action.SealElectorate(List<SchoolId> members) -> {
                var wire = CircleWire.NewElectorate.newBuilder();
                members.forEach(member -> wire.addMembers(ToWire.hash(member.hash())));
                proposal.setSeal(wire);
            }
            case Action.RemoveSchool(SchoolId school, List<SignedHead> cut) ->
                proposal.setRemove(CircleWire.Removal.newBuilder()
                        .setSchool(ToWire.hash(school.hash()))
                        .addAllCut(ToWire.heads(cut)));
            case Action.AmendCharter(Terms terms) -> proposal.setAmend(toWire(terms));
            case Action.GrantRole(SchoolId school, String role, LocalDate until) ->
                proposal.setGrant(CircleWire.RoleGrant.newBuilder()
                        .setSchool(ToWire.hash(school.hash()))
                        .setRole(role)
                        .setUntilDay(Math.toIntExact(until.toEpochDay())));
            case Action.DeclareDormant(SchoolId school) ->
                proposal.setDormant(CircleWire.Dormancy.newBuilder().setSchool(ToWire.hash(school.hash())));
            case Action.NameSuccessor(SchoolId before, SchoolId after, List<SignedHead> cut) ->
                proposal.setSucceed(CircleWire.Succession.newBuilder()
                        .setBefore(ToWire.hash(before.hash()))
                        .setAfter(ToWire.hash(after.hash()))
                        .addAllCut(ToWire.heads(cut)));
        }
    }

    static Action read(CircleWire.Proposal wire) throws Malformed {
        return switch (wire.getActionCase()) {
            case SEAL -> seal(wire.getSeal());
            case REMOVE -> removal(wire.getRemove());
            case AMEND -> new Action.AmendCharter(terms(wire.getAmend()));
            case GRANT -> grant(wire.getGrant());
            case DORMANT ->
                new Action.DeclareDormant(
                        FromWire.school("proposal.dormant", wire.getDormant().getSchool()));
            case SUCCEED -> succession(wire.getSucceed());
            case ACTION_NOT_SET -> throw new Malformed("proposal asks for nothing that this version knows");
        };
    }

    private static Action seal(CircleWire.NewElectorate wire) throws Malformed {
        List<SchoolId> members =
                FromWire.list(wire.getMembersList(), bytes -> FromWire.school("electorate.members", bytes));
        return FromWire.make("electorate", () -> new Action.SealElectorate(members));
    }

    private static Action removal(CircleWire.Removal wire) throws Malformed {
        SchoolId school = FromWire.school("removal.school", wire.getSchool());
        List<SignedHead> cut = FromWire.list(wire.getCutList(), HeadForm::signed);
        return FromWire.make("removal", () -> new Action.RemoveSchool(school, cut));
    }

    private static Action grant(CircleWire.RoleGrant wire) throws Malformed {
        SchoolId school = FromWire.school("role.school", wire.getSchool());
        LocalDate until = LocalDate.ofEpochDay(wire.getUntilDay());
        return FromWire.make("role", () -> new Action.GrantRole(school, wire.getRole(), until));
    }

    private static Action succession(CircleWire.Succession wire) throws Malformed {
        SchoolId before = FromWire.school("succession.before", wire.getBefore());
        SchoolId after = FromWire.school("succession.after", wire.getAfter());
        List<SignedHead> cut = FromWire.list(wire.getCutList(), HeadForm::signed);
        return FromWire.make("succession", () -> new Action.NameSuccessor(before, after, cut));
    }

    private static CircleWire.Terms toWire(Terms terms) {
        return CircleWire.Terms.newBuilder()
                .setName(terms.name())
                .setSponsors(terms.sponsors())
                .setRemoval(CircleCodec.fraction(terms.removal()))
                .setAmendment(CircleCodec.fraction(terms.amendment()))
                .setRuleVersion(terms.ruleVersion())
                .build();
    }

    private static Terms terms(CircleWire.Terms wire) throws Malformed {
        Fraction removal = CircleCodec.fraction("terms.removal", wire.getRemoval());
        Fraction amendment = CircleCodec.fraction("terms.amendment", wire.getAmendment());
        return FromWire.make(
                "terms",
                () -> new Terms(wire.getName(), wire.getSponsors(), removal, amendment, wire.getRuleVersion()));
    }
}
