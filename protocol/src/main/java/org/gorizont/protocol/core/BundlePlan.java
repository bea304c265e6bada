// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.util.List;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.SchoolId;

/**
 * What goes into a bundle, by the members of one moment. Whoever writes the bundle reads the rest from the disk, since what
 * is held up to a head never changes.
 *
 * @param logs those that the target may have, ascending
 */
public record BundlePlan(SchoolId from, BundleTarget target, List<Circle> circles, List<LogState> logs) {
    public BundlePlan {
        circles = List.copyOf(circles);
        logs = List.copyOf(logs);
    }

    /**
     * A circle with its schools, ascending.
     *
     * @param candidates those whose logs its members need
     * @param everybody also those that were members, whose identities judge what they said then
     */
    public record Circle(CircleId id, String name, List<SchoolId> candidates, List<SchoolId> everybody) {
        public Circle {
            everybody = List.copyOf(everybody);
            candidates = List.copyOf(candidates);
        }
    }

    /** Entries in all these logs. */
    public long entries() {
        return logs.stream().mapToLong(LogState::held).sum();
    }
}
