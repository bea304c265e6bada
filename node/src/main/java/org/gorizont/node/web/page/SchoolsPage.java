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

    public Contact contact(SchoolView school) {
        return Contact.of(frame.words(), school.heard());
    }
}
