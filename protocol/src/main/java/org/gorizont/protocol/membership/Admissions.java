// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * The least set in which every root is, and every school that k members of the set sponsor. Roots are the founders that have
 * adopted the charter and the schools that an electorate has let in. It only grows and does not depend on the order of what
 * is added; adding costs as much as it changes.
 *
 * <p>Beyond {@link Limits#CIRCLE_MEMBERS}, members are the first so many in a canonical order that depends on the set
 * of roots and sponsorships alone: roots, then those whom the roots admit, then those whom all these admit,
 * and so on; ascending by id within a round. Only in such an overfull circle can an addition displace a member.
 */
final class Admissions {
    private final int sponsors;
    private final SortedSet<SchoolId> roots = new TreeSet<>();
    private final Map<SchoolId, SortedMap<SchoolId, Integer>> sponsored = new TreeMap<>();
    private final Support support;
    private final SortedSet<SchoolId> admitted = new TreeSet<>();
    private @Nullable SortedSet<SchoolId> truncated;

    /** @param sponsors k */
    Admissions(int sponsors) {
        this.sponsors = sponsors;
        this.support = new Support(sponsors);
    }

    /** Tells whether the members changed. */
    boolean root(SchoolId school) {
        return roots.add(school) && settle(admit(List.of(school)));
    }

    /** Tells whether the members changed. */
    boolean sponsor(SchoolId sponsor, SchoolId school, int term) {
        SortedMap<SchoolId, Integer> terms = sponsored.computeIfAbsent(sponsor, _ -> new TreeMap<>());
        boolean known = terms.containsKey(school);
        terms.merge(school, term, Math::max);
        boolean enough = !known && admitted.contains(sponsor) && support.reaches(school);
        return settle(admit(enough ? List.of(school) : List.of()));
    }

    /** Whether enough members sponsor a school that has left so often. */
    boolean isBack(SchoolId school, int term) {
        return missingSponsors(school, term) == 0;
    }

    int missingSponsors(SchoolId school, int term) {
        long supporters = members().stream()
                .filter(sponsor -> isSponsoredBy(school, sponsor, term))
                .count();
        return (int) Math.max(0, sponsors - supporters);
    }

    boolean isSponsoredBy(SchoolId school, SchoolId sponsor, int term) {
        return sponsored.getOrDefault(sponsor, Collections.emptySortedMap()).getOrDefault(school, -1) >= term;
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
        return new TreeSet<>(
                sponsored.getOrDefault(school, Collections.emptySortedMap()).keySet());
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
        Support counted = new Support(sponsors);
        SortedSet<SchoolId> chosen = new TreeSet<>();
        SortedSet<SchoolId> round = new TreeSet<>(roots);
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
