// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.membership.Visibility;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;

/** Which logs may go where, by today's members. */
record Visible(SchoolId self, Membership membership) {
    boolean served(LogId log, SchoolId to) {
        return Visibility.served(log, to, self, membership);
    }

    boolean wanted(LogId log) {
        return Visibility.wanted(log, self, membership);
    }

    /** Whether a log is exchanged within a circle. */
    boolean inCircle(CircleId circle, LogId log) {
        return Visibility.belongs(log, circle, membership);
    }
}
