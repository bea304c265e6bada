// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;

/**
 * Who was let into which circle, as whoever drives the world knows it: founders, and schools that were given a code. A
 * school counts from the moment the code exists, so that this never says no too early.
 */
public final class Truth {
    private final Map<CircleId, Set<SchoolId>> circles = new TreeMap<>();
    private final Set<SchoolId> restored = new TreeSet<>();
    private final Set<SchoolId> oldDisks = new TreeSet<>();

    public void lets(CircleId circle, SchoolId school) {
        circles.computeIfAbsent(circle, _ -> new TreeSet<>()).add(school);
    }

    /** A school that gets an old disk back some time when nobody can be reached: it may contradict itself. */
    public void restored(SchoolId school) {
        restored.add(school);
        oldDisks.add(school);
    }

    /** A school that gets an old disk back some time, and must not contradict itself all the same. */
    public void getsAnOldDisk(SchoolId school) {
        oldDisks.add(school);
    }

    /** Whether what a school has had on disk may be gone. */
    public boolean hasOldDisk(SchoolId school) {
        return oldDisks.contains(school);
    }

    public boolean isRestored(SchoolId school) {
        return restored.contains(school);
    }

    /** Whether some circle has both, and the log is for it. */
    public boolean mayHave(LogId log, SchoolId reader) {
        if (log.school().equals(reader)) {
            return true;
        }
        return circles.entrySet().stream()
                .filter(circle ->
                        log.scope().circle().map(circle.getKey()::equals).orElse(true))
                .map(Map.Entry::getValue)
                .anyMatch(members -> members.contains(reader) && members.contains(log.school()));
    }
}
