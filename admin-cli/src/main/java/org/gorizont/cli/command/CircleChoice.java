// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.List;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Which circle a command means. */
final class CircleChoice {
    private CircleChoice() {}

    /**
     * The circle of this id, or the only one of which the school is a member when the text is empty.
     *
     * @throws Failure if there is no such circle, or more than one
     */
    static AdminWire.CircleState of(String text, AdminWire.StatusAnswer status) {
        ByteString id = text.isEmpty() ? ByteString.EMPTY : Ids.parse(text, Hash.SIZE);
        List<AdminWire.CircleState> found = status.getCirclesList().stream()
                .filter(circle -> text.isEmpty()
                        ? circle.getStanding().equals("MEMBER")
                        : circle.getCircle().equals(id))
                .toList();
        if (found.size() != 1) {
            throw Failure.of("which-circle");
        }
        return found.getFirst();
    }
}
