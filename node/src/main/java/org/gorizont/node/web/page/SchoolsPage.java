// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.stream.Collectors;
import org.gorizont.node.readmodel.Advice;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.Endpoint;

/** «Школы»: every school, when it was last heard, what is behind and why. */
public record SchoolsPage(
        Frame frame, List<ReplicaStatus.Circle> circles, List<SchoolView> schools, List<Advice> advice) {
    public SchoolsPage {
        circles = List.copyOf(circles);
        advice = List.copyOf(advice);
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

    /** What people can do, since no other school is reached; one line each. */
    public List<String> adviceLines() {
        return advice.stream()
                .map(one -> frame.say("advice." + one.what(), addresses(one)))
                .toList();
    }

    private static String addresses(Advice advice) {
        return advice.addresses().stream().map(Endpoint::toString).collect(Collectors.joining(", "));
    }

    public Contact contact(SchoolView school) {
        return Contact.of(frame.words(), school.heard());
    }
}
