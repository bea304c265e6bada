// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.protocol.wire.v1.AdminWire;

/** What a decision does, in words. */
final class ActionText {
    private final Messages messages;
    private final SchoolNames names;

    ActionText(Messages messages, SchoolNames names) {
        this.messages = messages;
        this.names = names;
    }

    String of(AdminWire.VoteAction action) {
        String school = Safe.line(names.name(action.getSchool()));
        return switch (action.getType()) {
            case "electorate" ->
                messages.of("action.electorate", messages.count("count.schools", action.getMembersCount()));
            case "remove" -> messages.of("action.remove", school);
            case "amend" ->
                messages.of(
                        "action.amend",
                        Safe.line(action.getName()),
                        action.getSponsors(),
                        action.getRemoval(),
                        action.getAmendment());
            case "role" -> messages.of("action.role", school, role(action.getRole()), Days.written(action.getUntil()));
            case "dormant" -> messages.of("action.dormant", school);
            case "successor" ->
                messages.of(
                        "action.successor",
                        Safe.line(names.distinct(action.getSchool())),
                        Safe.line(names.distinct(action.getSuccessor())));
            default -> Safe.line(action.getType());
        };
    }

    /** A role in words; a code that this version has no words for, as it is. */
    String role(String code) {
        return messages.has("role." + code) ? messages.of("role." + code) : Safe.line(code);
    }
}
