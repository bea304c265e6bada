// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import com.google.protobuf.ByteString;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Terms;
import org.gorizont.protocol.wire.v1.AdminWire;

/** What a decision does, in the admin API's form and back. The node adds the heads of a cut by itself. */
final class VoteActions {
    private VoteActions() {}

    static String of(Fraction fraction) {
        return fraction.numerator() + "/" + fraction.denominator();
    }

    static AdminWire.VoteAction of(Action action) {
        var wire = AdminWire.VoteAction.newBuilder();
        return switch (action) {
            case Action.SealElectorate(List<SchoolId> members) -> {
                members.forEach(member -> wire.addMembers(Forms.of(member)));
                yield wire.setType("electorate").build();
            }
            case Action.RemoveSchool(SchoolId school, List<SignedHead> _) ->
                wire.setType("remove").setSchool(Forms.of(school)).build();
            case Action.AmendCharter(Terms terms) ->
                wire.setType("amend")
                        .setName(terms.name())
                        .setSponsors(terms.sponsors())
                        .setRemoval(of(terms.removal()))
                        .setAmendment(of(terms.amendment()))
                        .build();
            case Action.GrantRole(SchoolId school, String role, LocalDate until) ->
                wire.setType("role")
                        .setSchool(Forms.of(school))
                        .setRole(role)
                        .setUntil(until.toString())
                        .build();
            case Action.DeclareDormant(SchoolId school) ->
                wire.setType("dormant").setSchool(Forms.of(school)).build();
            case Action.NameSuccessor(SchoolId before, SchoolId after, List<SignedHead> _) ->
                wire.setType("successor")
                        .setSchool(Forms.of(before))
                        .setSuccessor(Forms.of(after))
                        .build();
        };
    }

    static Action read(AdminWire.VoteAction wire) throws BadRequest {
        try {
            return switch (wire.getType()) {
                case "electorate" -> new Action.SealElectorate(members(wire));
                case "remove" -> new Action.RemoveSchool(Forms.school(wire.getSchool()), List.of());
                case "amend" ->
                    new Action.AmendCharter(new Terms(
                            wire.getName(),
                            wire.getSponsors(),
                            fraction(wire.getRemoval()),
                            fraction(wire.getAmendment()),
                            Charter.RULE_VERSION));
                case "role" ->
                    new Action.GrantRole(
                            Forms.school(wire.getSchool()), wire.getRole(), LocalDate.parse(wire.getUntil()));
                case "dormant" -> new Action.DeclareDormant(Forms.school(wire.getSchool()));
                case "successor" ->
                    new Action.NameSuccessor(
                            Forms.school(wire.getSchool()), Forms.school(wire.getSuccessor()), List.of());
                default -> throw new BadRequest("action: no type " + wire.getType());
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadRequest("action: " + e.getMessage());
        }
    }

    private static List<SchoolId> members(AdminWire.VoteAction wire) throws BadRequest {
        TreeSet<SchoolId> members = new TreeSet<>();
        for (ByteString member : wire.getMembersList()) {
            members.add(Forms.school(member));
        }
        return List.copyOf(members);
    }

    private static Fraction fraction(String text) throws BadRequest {
        if (!text.matches("[0-9]{1,4}/[0-9]{1,4}")) {
            throw new BadRequest("action: " + text + " is no fraction such as 2/3");
        }
        int slash = text.indexOf('/');
        return new Fraction(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }
}
