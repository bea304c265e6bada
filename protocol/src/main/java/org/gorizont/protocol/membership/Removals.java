// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;

/**
 * Who was removed by decisions, and where the word of each ends in this circle.
 *
 * @param schools removed, or followed by another identity
 * @param cuts of their logs; a log of theirs without one has no effect at all
 * @param successors who are let in
 */
record Removals(SortedSet<SchoolId> schools, SortedMap<LogId, Long> cuts, SortedSet<SchoolId> successors) {
    static Removals of(List<Decided> decided) {
        Removals removals = new Removals(new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
        for (Decided decision : decided) {
            switch (decision.proposal().action()) {
                case Action.RemoveSchool(SchoolId school, List<SignedHead> cut) -> removals.remove(school, cut);
                case Action.NameSuccessor(SchoolId before, SchoolId after, List<SignedHead> cut) -> {
                    removals.remove(before, cut);
                    removals.successors.add(after);
                }
                case Action.SealElectorate _, Action.AmendCharter _, Action.GrantRole _, Action.DeclareDormant _ -> {}
            }
        }
        return removals;
    }

    /** From which seq on a log has no effect. */
    long end(LogId log, LogClaims claims) {
        return schools.contains(log.school()) ? Math.min(claims.end(), cuts.getOrDefault(log, 0L)) : claims.end();
    }

    private void remove(SchoolId school, List<SignedHead> cut) {
        schools.add(school);
        cut.forEach(head -> cuts.merge(head.log(), head.size(), Math::min));
    }
}
