// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import org.gorizont.node.doctor.Finding;
import org.gorizont.protocol.wire.v1.AdminWire;

/** What is well with the node and what is not. */
final class DoctorCall {
    private final AdminParts parts;

    DoctorCall(AdminParts parts) {
        this.parts = parts;
    }

    AdminWire.DoctorAnswer examine() {
        var answer = AdminWire.DoctorAnswer.newBuilder();
        parts.doctor().get().forEach(finding -> answer.addFindings(form(finding)));
        return answer.build();
    }

    private static AdminWire.FindingState form(Finding finding) {
        return AdminWire.FindingState.newBuilder()
                .setGrade(finding.what().grade().name())
                .setWhat(finding.what().name())
                .addAllValues(finding.values())
                .build();
    }
}
