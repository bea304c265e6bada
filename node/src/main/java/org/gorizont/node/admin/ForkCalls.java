// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Logs of which two versions exist. */
final class ForkCalls {
    private final AdminParts parts;

    ForkCalls(AdminParts parts) {
        this.parts = parts;
    }

    AdminWire.ForksAnswer forks() {
        var answer = AdminWire.ForksAnswer.newBuilder();
        parts.forks().forks().forEach(fork -> answer.addForks(state(fork)));
        return answer.build();
    }

    private AdminWire.ForkState state(ForkSource.Fork fork) {
        String name = parts.catalogue()
                .school(fork.log().school())
                .flatMap(SchoolView::name)
                .orElse("");
        return AdminWire.ForkState.newBuilder()
                .setLog(Forms.of(fork.log()))
                .setSchoolName(name)
                .setSelf(fork.log().school().equals(parts.self()))
                .setIndex(fork.index())
                .setFirstSize(fork.firstSize())
                .setSecondSize(fork.secondSize())
                .setHeld(fork.held())
                .setHeldVersion(fork.version().name())
                .setSettled(fork.sealed().isPresent())
                .setSealedSize(fork.sealed().orElse(0L))
                .build();
    }
}
