// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.readmodel.Advice;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.protocol.core.ReplicaStatus;

/** The end of the first start: what works, what waits for others, who is reached, and what to do if nobody is. */
public record DonePage(
        Frame frame, Own own, List<ReplicaStatus.Circle> circles, List<SchoolView> schools, List<Advice> advice) {
    public DonePage {
        circles = List.copyOf(circles);
        schools = List.copyOf(schools);
        advice = List.copyOf(advice);
    }

    /**
     * What this school has done.
     *
     * @param published whether its card is
     * @param backups where they go; empty while none are made
     */
    public record Own(boolean published, Optional<Path> backups) {}

    public List<SchoolView> others() {
        return schools.stream().filter(school -> !school.heard().self()).toList();
    }

    public boolean isReached() {
        return others().stream().anyMatch(school -> school.heard().connected());
    }

    public Contact contact(SchoolView school) {
        return Contact.of(frame.words(), school.heard());
    }

    public String standing(ReplicaStatus.Circle circle) {
        return circle.standing() == ReplicaStatus.Standing.MEMBER
                ? frame.words().count("count.schools", circle.members().size())
                : frame.say("network.standing." + circle.standing());
    }

    /** What can be done about the schools that are not reached. */
    public List<String> adviceLines() {
        return new SchoolsPage(frame, circles, schools, advice).adviceLines();
    }
}
