// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * The least set in which every founder is that has adopted the charter, and every school that k members of the set
 * sponsor. It only grows and does not depend on the order of what is added; adding costs as much as it changes.
 *
 * <p>Beyond {@link Limits#CIRCLE_MEMBERS}, members are the first so many in a canonical order that depends on the set
 * of adoptions and sponsorships alone: founders, then those whom the founders admit, then those whom all these admit,
 * and so on; ascending by id within a round. Only in such an overfull circle can an addition displace a member.
 */
final class Admissions {
    private final Charter charter;
    private final SortedSet<SchoolId> adopters = new TreeSet<>();
    private final Map<SchoolId, SortedSet<SchoolId>> sponsored = new TreeMap<>();
    private final Support support;
    private final SortedSet<SchoolId> admitted = new TreeSet<>();
    private @Nullable SortedSet<SchoolId> truncated;

    Admissions(Charter charter) {
        this.charter = charter;
        this.support = new Support(charter.sponsors());
    }

    /** Without effect for a school that is no founder. Tells whether the members changed. */
    boolean adopt(SchoolId school) {
        if (!charter.founders().contains(school) || !adopters.add(school)) {
            return false;
        }
        return settle(admit(List.of(school)));
    }

    /** Tells whether the members changed. */
    boolean sponsor(SchoolId sponsor, SchoolId school) {
        if (!sponsored.computeIfAbsent(sponsor, _ -> new TreeSet<>()).add(school)) {
            return false;
        }
        boolean enough = admitted.contains(sponsor) && support.reaches(school);
        return settle(admit(enough ? List.of(school) : List.of()));
    }

    SortedSet<SchoolId> members() {
        return truncated == null ? admitted : truncated;
    }

    /** Admits these and all that follow from them; gives back who is new. */
    private List<SchoolId> admit(Collection<SchoolId> first) {
        List<SchoolId> newcomers = new ArrayList<>();
        Deque<SchoolId> waiting = new ArrayDeque<>(first);
        while (!waiting.isEmpty()) {
            SchoolId school = waiting.removeFirst();
            if (admitted.add(school)) {
                newcomers.add(school);
                sponsoredBy(school).stream().filter(support::reaches).forEach(waiting::addLast);
            }
        }
        return newcomers;
    }

    private SortedSet<SchoolId> sponsoredBy(SchoolId school) {
        return sponsored.getOrDefault(school, new TreeSet<>());
    }

    private boolean settle(List<SchoolId> newcomers) {
        if (admitted.size() <= Limits.CIRCLE_MEMBERS) {
            return !newcomers.isEmpty();
        }
        SortedSet<SchoolId> before = new TreeSet<>(members());
        if (truncated == null) {
            newcomers.forEach(before::remove);
        }
        truncated = firstInCanonicalOrder();
        return !truncated.equals(before);
    }

    private SortedSet<SchoolId> firstInCanonicalOrder() {
        Support counted = new Support(charter.sponsors());
        SortedSet<SchoolId> chosen = new TreeSet<>();
        SortedSet<SchoolId> round = new TreeSet<>(adopters);
        while (!round.isEmpty()) {
            SortedSet<SchoolId> next = new TreeSet<>();
            for (SchoolId school : round) {
                if (chosen.size() == Limits.CIRCLE_MEMBERS) {
                    return chosen;
                }
                chosen.add(school);
                sponsoredBy(school).stream().filter(counted::reaches).forEach(next::add);
            }
            next.removeAll(chosen);
            round = next;
        }
        return chosen;
    }

    /** Counts the members that sponsor a school; each pair must be counted once. */
    private static final class Support {
        private final int needed;
        private final Map<SchoolId, Integer> counts = new TreeMap<>();

        Support(int needed) {
            this.needed = needed;
        }

        /** Counts one more member; tells whether they are enough. */
        boolean reaches(SchoolId school) {
            return counts.merge(school, 1, Integer::sum) >= needed;
        }
    }
}
