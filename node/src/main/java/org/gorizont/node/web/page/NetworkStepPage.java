// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.ReplicaStatus;

/**
 * The step where the school joins a network or founds one.
 *
 * @param code as somebody typed it
 * @param name of the network to be, as somebody typed it
 * @param unpublished whether the cards have just become drafts, though they were to be published
 * @param refused key of the phrase that says why nothing was done
 */
public record NetworkStepPage(
        Frame frame,
        List<ReplicaStatus.Circle> circles,
        String code,
        String name,
        boolean unpublished,
        Optional<String> refused) {
    public NetworkStepPage {
        circles = List.copyOf(circles);
    }

    public Optional<String> problem() {
        return refused.map(frame::say);
    }

    public String standing(ReplicaStatus.Circle circle) {
        return frame.say("network.standing." + circle.standing());
    }

    @Override
    public String toString() {
        return "step of the network";
    }
}
