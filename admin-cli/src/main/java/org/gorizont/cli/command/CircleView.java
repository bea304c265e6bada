// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.List;
import org.gorizont.cli.client.Ids;
import org.gorizont.protocol.wire.v1.AdminWire;

/** A circle with its members. */
record CircleView(String id, String name, int sponsors, int ruleVersion, boolean joining, List<MemberView> members) {
    static CircleView of(AdminWire.CircleState circle, AdminWire.StatusAnswer status) {
        return new CircleView(
                Ids.hex(circle.getCircle()),
                circle.getName(),
                circle.getSponsors(),
                circle.getRuleVersion(),
                circle.getJoining(),
                circle.getMembersList().stream()
                        .map(member -> new MemberView(Ids.hex(member), name(member, status)))
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
    record MemberView(String id, String name) {}
}
