// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;

/** Which logs go to whom, and which are fetched. Asked again at each frame, since membership changes. */
public final class Visibility {
    private Visibility() {}

    /**
     * Whether {@code log} belongs to {@code circle}: its owner is a member, and its scope is this or every circle. Of a school
     * that was a member, the CONTROL log of the circle: what follows from it must be known to newcomers, too.
     */
    public static boolean belongs(LogId log, CircleId circle, Membership membership) {
        return fits(log, circle)
                && (membership.isMember(circle, log.school())
                        || controls(log, circle) && membership.wasMember(circle, log.school()));
    }

    /**
     * Whether {@code self} may give {@code log} to {@code to}: only through a circle to which the log belongs and in
     * which both are members. Somebody who shares no circle gets nothing, not even its own logs.
     */
    public static boolean served(LogId log, SchoolId to, SchoolId self, Membership membership) {
        return log.scope()
                .circle()
                .map(circle -> servedIn(circle, log, to, self, membership))
                .orElseGet(() ->
                        membership.circles().stream().anyMatch(circle -> servedIn(circle, log, to, self, membership)));
    }

    /**
     * Whether {@code self} wants {@code log}: some circle of its own, or one that it is joining, has the log's owner
     * as a candidate, and the scope fits.
     */
    public static boolean wanted(LogId log, SchoolId self, Membership membership) {
        return membership.ownOrJoining(self).stream()
                .anyMatch(circle -> fits(log, circle)
                        && (membership.isCandidate(circle, log.school())
                                || controls(log, circle) && membership.wasMember(circle, log.school())));
    }

    private static boolean servedIn(CircleId circle, LogId log, SchoolId to, SchoolId self, Membership membership) {
        return belongs(log, circle, membership)
                && membership.isMember(circle, to)
                && (membership.isMember(circle, self) || isParting(circle, log, self, membership));
    }

    /** Who is out, and knows it, shows why to those who do not know. */
    private static boolean isParting(CircleId circle, LogId log, SchoolId self, Membership membership) {
        return controls(log, circle) && membership.isOut(circle, self);
    }

    private static boolean controls(LogId log, CircleId circle) {
        return log.channel().equals(Channel.CONTROL)
                && log.scope().circle().filter(circle::equals).isPresent();
    }

    private static boolean fits(LogId log, CircleId circle) {
        return log.scope().circle().map(circle::equals).orElse(true);
    }
}
