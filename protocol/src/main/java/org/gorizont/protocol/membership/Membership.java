// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;

/**
 * Fold of held CONTROL entries into the members of circles (docs/protocol.md, "Admission").
 *
 * <p>A founder is a member once its CONTROL log of the circle holds the charter; every other school once k different
 * members have a sponsorship for it in theirs. Admissions are history: withdrawing, replacing or erasing such a record
 * takes nothing back. Void entries have no effect. Of one log, the first {@code Limits.CIRCLE_MEMBERS} different claims
 * count; of a circle that would grow beyond that number, members are the first in a canonical order (see {@code
 * Admissions}).
 *
 * <p>Invariant: members depend on the set of what was added, not on its order; adding again changes nothing. Needs only
 * memory. For one thread.
 */
public final class Membership {
    private final SortedMap<CircleId, CircleFold> circles = new TreeMap<>();

    public boolean charterKnown(CircleId circle) {
        return find(circle).map(CircleFold::charter).isPresent();
    }

    /**
     * Tells whether the members changed: entries may have come before their charter.
     *
     * @param charter what the bytes say whose hash is {@code circle}
     */
    public boolean addCharter(CircleId circle, Charter charter) {
        return circle(circle).charter(charter);
    }

    /**
     * Adds one held entry; an entry that came without its body is given again when the body has come. A charter entry
     * makes its charter known.
     *
     * @return whether the members of the log's circle changed
     */
    public boolean fold(LogId log, long seq, Entry entry) {
        Optional<CircleId> scope = controlledCircle(log);
        Optional<Claim> claim = scope.flatMap(circle -> Claim.of(circle, entry));
        if (claim.isEmpty()) {
            return false;
        }
        CircleId circle = scope.get();
        boolean byCharter = claim.get() instanceof Claim.Adopts adoption && learn(circle, adoption);
        boolean byClaim = circle(circle).add(log, seq, claim.get());
        return byCharter || byClaim;
    }

    /**
     * From now on only entries of {@code log} below {@code end} have effect: where it was sealed, or where two versions
     * of it part. {@link Long#MAX_VALUE} lifts that again. Costs a fold of the circle from the start.
     *
     * @return whether the members of the log's circle changed
     */
    public boolean clip(LogId log, long end) {
        Optional<CircleId> circle = controlledCircle(log);
        return circle.isPresent() && circle(circle.get()).clip(log, end);
    }

    /**
     * Entries of {@code log} from {@code from} on are not held any more, and have no effect. Costs a fold of the circle from
     * the start.
     *
     * @return whether the members of the log's circle changed
     */
    public boolean forget(LogId log, long from) {
        Optional<CircleId> circle = controlledCircle(log);
        return circle.isPresent() && circle(circle.get()).forget(log, from);
    }

    /** @throws IllegalArgumentException if no charter is known for {@code circle} */
    public Charter charter(CircleId circle) {
        return find(circle)
                .map(CircleFold::charter)
                .orElseThrow(() -> new IllegalArgumentException("charter of " + circle + " is not known"));
    }

    /** Every circle of which anything is known. */
    public SortedSet<CircleId> circles() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(circles.keySet()));
    }

    /** Empty for an unknown circle. Does not change when the fold goes on. */
    public SortedSet<SchoolId> members(CircleId circle) {
        return find(circle).map(CircleFold::members).orElseGet(Collections::emptySortedSet);
    }

    /** Members, founders who have not adopted the charter yet, and provisional ones: whose logs are needed. */
    public SortedSet<SchoolId> candidates(CircleId circle) {
        return find(circle).map(CircleFold::candidates).orElseGet(Collections::emptySortedSet);
    }

    public boolean isMember(CircleId circle, SchoolId school) {
        return find(circle).filter(fold -> fold.isMember(school)).isPresent();
    }

    public boolean isCandidate(CircleId circle, SchoolId school) {
        return find(circle).filter(fold -> fold.isCandidate(school)).isPresent();
    }

    /** The circles in which {@code school} is a member. */
    public SortedSet<CircleId> circlesOf(SchoolId school) {
        return circlesWith(fold -> fold.isMember(school));
    }

    /** The circles in which both are members. */
    public SortedSet<CircleId> shared(SchoolId a, SchoolId b) {
        return circlesWith(fold -> fold.isMember(a) && fold.isMember(b));
    }

    /** The circles that this node takes part in, or is about to: it is a candidate, or a join is under way. */
    public SortedSet<CircleId> ownOrJoining(SchoolId self) {
        return circlesWith(fold -> fold.isCandidate(self) || fold.hasProvisional());
    }

    /** A join through {@code inviter} is under way: its logs are needed before it is known to be a member. */
    public void addProvisional(CircleId circle, SchoolId inviter) {
        circle(circle).addProvisional(inviter);
    }

    public void removeProvisional(CircleId circle, SchoolId inviter) {
        find(circle).ifPresent(fold -> fold.removeProvisional(inviter));
    }

    private boolean learn(CircleId circle, Claim.Adopts adoption) {
        if (charterKnown(circle)) {
            return false;
        }
        try {
            return addCharter(circle, CircleCodec.charter(adoption.charter()));
        } catch (Malformed _) {
            // The hash fits, so it is a charter of a newer form: nobody is a member as far as this version can tell.
            return false;
        }
    }

    private SortedSet<CircleId> circlesWith(Predicate<CircleFold> holds) {
        SortedSet<CircleId> found = new TreeSet<>();
        circles.forEach((circle, fold) -> {
            if (holds.test(fold)) {
                found.add(circle);
            }
        });
        return found;
    }

    private CircleFold circle(CircleId circle) {
        return circles.computeIfAbsent(circle, _ -> new CircleFold());
    }

    private Optional<CircleFold> find(CircleId circle) {
        return Optional.ofNullable(circles.get(circle));
    }

    private static Optional<CircleId> controlledCircle(LogId log) {
        return log.channel().equals(Channel.CONTROL) ? log.scope().circle() : Optional.empty();
    }
}
