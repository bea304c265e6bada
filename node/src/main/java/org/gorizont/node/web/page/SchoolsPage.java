// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.protocol.core.ReplicaStatus;

/** «Школы»: every school, when it was last heard, what is behind and why. */
public record SchoolsPage(Frame frame, List<ReplicaStatus.Circle> circles, List<SchoolView> schools) {
    public SchoolsPage {
        circles = List.copyOf(circles);
        schools = List.copyOf(schools);
    }

    public boolean isAlone() {
        return schools.size() <= 1;
    }

    /** What this school is in a network, or how large it is. */
    public String standing(ReplicaStatus.Circle circle) {
        return circle.standing() == ReplicaStatus.Standing.MEMBER
                ? frame.words().count("count.schools", circle.members().size())
                : frame.say("network.standing." + circle.standing());
    }

    public Contact contact(SchoolView school) {
        return Contact.of(frame.words(), school.heard());
    }
}
