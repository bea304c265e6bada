// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import org.gorizont.protocol.core.ReplicaStatus;

/** The networks that this school knows, when there is none or more than one. */
public record NetworksPage(Frame frame, List<ReplicaStatus.Circle> circles) {
    public NetworksPage {
        circles = List.copyOf(circles);
    }

    public String standing(ReplicaStatus.Circle circle) {
        return frame.say("network.standing." + circle.standing());
    }
}
