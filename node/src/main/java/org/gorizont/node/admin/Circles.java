// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import com.google.protobuf.ByteString;
import java.util.List;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.CircleId;

/** Which circle is meant by a question that may leave it out. */
final class Circles {
    private final LoopPort loop;

    Circles(LoopPort loop) {
        this.loop = loop;
    }

    ReplicaStatus status() throws InterruptedException {
        Outcome outcome = Calls.ask(loop, Input.StatusAsked::new);
        if (outcome instanceof Outcome.Status(ReplicaStatus status)) {
            return status;
        }
        throw Forms.unexpected(outcome);
    }

    /** The circle of a field; when it is empty, the only one of this school. */
    CircleId meant(ByteString field) throws BadRequest, InterruptedException {
        if (!field.isEmpty()) {
            return Forms.circle(field);
        }
        List<CircleId> own = status().circles().stream()
                .filter(circle -> circle.standing() == ReplicaStatus.Standing.MEMBER)
                .map(ReplicaStatus.Circle::id)
                .toList();
        if (own.size() != 1) {
            throw new BadRequest("circle: this school is in " + own.size() + " circles, say which one");
        }
        return own.getFirst();
    }
}
