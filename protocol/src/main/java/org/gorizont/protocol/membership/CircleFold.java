// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one circle: its claims by log, and the members that follow. Claims may come before the charter,
 * in any order, and again. Mutable, for one thread.
 */
final class CircleFold {
    private final Map<LogId, Claims> logs = new TreeMap<>();
    private final SortedSet<SchoolId> provisional = new TreeSet<>();
    private @Nullable Admissions admissions;
    private @Nullable Charter charter;
    private @Nullable SortedSet<SchoolId> snapshot;
    private @Nullable SortedSet<SchoolId> candidates;

    @Nullable
    Charter charter() {
        return charter;
    }

    /** Tells whether the members changed. */
    boolean charter(Charter found) {
        if (charter != null) {
            return false;
        }
        charter = found;
        candidates = null;
        return rebuild();
    }

    boolean add(LogId log, long seq, Claim claim) {
        Claims claims = logs.computeIfAbsent(log, _ -> new Claims());
        if (!claims.add(seq, claim)) {
            return false;
        }
        if (claims.overflows()) {
            return !claims.removeLast().equals(claim) && rebuild();
        }
        return admissions != null && seq < claims.end && changed(apply(admissions, log.school(), claim));
    }

    boolean clip(LogId log, long end) {
        Claims claims = logs.computeIfAbsent(log, _ -> new Claims());
        if (claims.end == end) {
            return false;
        }
        claims.end = end;
        return rebuild();
    }

    /** Entries from {@code from} on are not held any more. */
    boolean forget(LogId log, long from) {
        Claims claims = logs.get(log);
        return claims != null && claims.seqs.values().removeIf(seq -> seq >= from) && rebuild();
    }

    /** Does not change when the fold goes on. */
    SortedSet<SchoolId> members() {
        SortedSet<SchoolId> members = snapshot;
        if (members == null) {
            members = Collections.unmodifiableSortedSet(
                    admissions == null ? new TreeSet<>() : new TreeSet<>(admissions.members()));
            snapshot = members;
        }
        return members;
    }

    boolean isMember(SchoolId school) {
        return admissions != null && admissions.members().contains(school);
    }

    boolean isCandidate(SchoolId school) {
        return isMember(school)
                || provisional.contains(school)
                || charter != null && charter.founders().contains(school);
    }

    /** Does not change when the fold goes on. */
    SortedSet<SchoolId> candidates() {
        SortedSet<SchoolId> all = candidates;
        if (all == null) {
            all = new TreeSet<>(members());
            all.addAll(provisional);
            if (charter != null) {
                all.addAll(charter.founders());
            }
            all = Collections.unmodifiableSortedSet(all);
            candidates = all;
        }
        return all;
    }

    boolean hasProvisional() {
        return !provisional.isEmpty();
    }

    void addProvisional(SchoolId school) {
        provisional.add(school);
        candidates = null;
    }

    void removeProvisional(SchoolId school) {
        provisional.remove(school);
        candidates = null;
    }

    private boolean rebuild() {
        if (charter == null) {
            return false;
        }
        SortedSet<SchoolId> before = members();
        Admissions fresh = new Admissions(charter);
        logs.forEach((log, claims) -> claims.seqs.forEach((claim, seq) -> {
            if (seq < claims.end) {
                apply(fresh, log.school(), claim);
            }
        }));
        admissions = fresh;
        return changed(!fresh.members().equals(before));
    }

    private boolean changed(boolean changed) {
        if (changed) {
            snapshot = null;
            candidates = null;
        }
        return changed;
    }

    private static boolean apply(Admissions admissions, SchoolId writer, Claim claim) {
        return switch (claim) {
            case Claim.Adopts _ -> admissions.adopt(writer);
            case Claim.Sponsors(SchoolId school) -> admissions.sponsor(writer, school);
        };
    }

    /**
     * The claims of one log: the first {@link Limits#CIRCLE_MEMBERS} different ones, each at its lowest seq. Which
     * these are does not depend on the order in which they come.
     */
    private static final class Claims {
        private final Map<Claim, Long> seqs = new LinkedHashMap<>();
        private long end = Long.MAX_VALUE;

        /** Whether this is news: a claim that was not known, or only at a higher seq. */
        boolean add(long seq, Claim claim) {
            Long known = seqs.get(claim);
            if (known != null && known <= seq) {
                return false;
            }
            seqs.put(claim, seq);
            return true;
        }

        boolean overflows() {
            return seqs.size() > Limits.CIRCLE_MEMBERS;
        }

        Claim removeLast() {
            Claim last = Collections.max(seqs.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            seqs.remove(last);
            return last;
        }
    }
}
