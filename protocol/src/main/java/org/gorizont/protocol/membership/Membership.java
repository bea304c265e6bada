// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;

/**
 * Fold of held CONTROL entries into the members of circles (docs/protocol.md, "Circles").
 *
 * <p>A founder is a member once its CONTROL log of the circle holds the charter; every other school once k different
 * members have a sponsorship for it in theirs, or an electorate has let it in. Admissions are history: withdrawing,
 * replacing or erasing such a record takes nothing back. A school that has left, or that an electorate has removed, is no
 * member. Decisions count by their certificates alone, never by loose ballots. Void entries have no effect. Of one log, the
 * first {@code Limits.CIRCLE_MEMBERS} different claims count; of a circle that would grow beyond that number, members are
 * the first in a canonical order (see {@code Admissions}).
 *
 * <p>Invariant: members depend on the set of what was added and of the identities that are known, not on any order; adding
 * again changes nothing. Needs only memory. For one thread.
 */
public final class Membership {
    private final SortedMap<CircleId, CircleFold> circles = new TreeMap<>();
    private final VoterKeys keys;
    private final Predicate<Kind> understood;

    /**
     * @param chains verified identities by which ballots are judged; {@link #identified} tells of new ones
     */
    public Membership(Function<SchoolId, Optional<IdentityChain>> chains, SignatureVerifier verifier) {
        this(chains, verifier, _ -> true);
    }

    /** @param understood entries of other kinds have no effect, as those of kinds that nobody here knows */
    public Membership(
            Function<SchoolId, Optional<IdentityChain>> chains,
            SignatureVerifier verifier,
            Predicate<Kind> understood) {
        this.keys = new VoterKeys(chains, verifier);
        this.understood = understood;
    }

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
        Optional<CircleId> scope = controlledCircle(log)
                .filter(_ -> entry.header().map(Header::kind).filter(understood).isPresent());
        Optional<Claim> claim = scope.flatMap(circle -> Claim.of(circle, entry));
        if (claim.isEmpty()) {
            return false;
        }
        CircleId circle = scope.get();
        boolean byCharter = claim.get() instanceof Claim.Adopts adoption && learn(circle, adoption);
        boolean byClaim = circle(circle).add(log, seq, claim.get());
        return byCharter || byClaim;
    }

    /** The keys of a school have become known, or have changed; tells which circles have other members now. */
    public List<CircleId> identified(SchoolId school) {
        return changed(fold -> fold.identified(school));
    }

    /** Looks for parts of certificates that were not held when they were needed; tells which members changed. */
    public List<CircleId> join(PartSource source) {
        return changed(fold -> fold.join(source));
    }

    /** Whether there are certificates whose parts were not held. */
    public boolean waitsForParts() {
        return circles.values().stream().anyMatch(CircleFold::waitsForParts);
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

    /** What the charter says by now; the circle's must be known. */
    public Terms terms(CircleId circle) {
        return decisions(circle).terms();
    }

    /** The electorate that votes by now; the circle's charter must be known. */
    public Electorate electorate(CircleId circle) {
        return decisions(circle).newest();
    }

    /** What was decided, without electorates; empty for an unknown circle. */
    public List<Decided> decided(CircleId circle) {
        return find(circle)
                .flatMap(CircleFold::decisions)
                .map(Decisions::decided)
                .orElse(List.of());
    }

    /** What is put to the vote: proposals that can still be decided, and not yet are. */
    public List<OpenProposal> proposals(CircleId circle) {
        return find(circle).map(fold -> fold.ballots().open()).orElse(List.of());
    }

    /** Whether a decision has removed the school, or has put another identity in its place. */
    public boolean isRemoved(CircleId circle, SchoolId school) {
        return find(circle).filter(fold -> fold.isRemoved(school)).isPresent();
    }

    /** A log of another school that shows, by a certificate, why this one was removed. */
    public Optional<LogId> removalShown(CircleId circle, SchoolId school) {
        return find(circle).flatMap(fold -> fold.removalShown(school));
    }

    /** Whether the school is a member or was one: what it said in the circle's CONTROL log is needed by newcomers. */
    public boolean wasMember(CircleId circle, SchoolId school) {
        return find(circle).filter(fold -> fold.wasMember(school)).isPresent();
    }

    /** Candidates, and those that were members: whose identity is needed to judge heads and ballots. */
    public SortedSet<SchoolId> everybody(CircleId circle) {
        return find(circle).map(CircleFold::everybody).orElseGet(Collections::emptySortedSet);
    }

    /** Whether {@code other} is a member of a circle in which the school is or was one. */
    public boolean hasShared(SchoolId school, SchoolId other) {
        return circles.values().stream().anyMatch(fold -> fold.wasMember(school) && fold.isMember(other));
    }

    /** Whether {@code sponsor} has admitted the school after it had left so often as now, member or not. */
    public boolean isSponsoredBy(CircleId circle, SchoolId school, SchoolId sponsor) {
        return find(circle).filter(fold -> fold.isSponsoredBy(school, sponsor)).isPresent();
    }

    /** How many further members must admit the school so that it is a member; 0 for one that is. */
    public int missingSponsors(CircleId circle, SchoolId school) {
        return isMember(circle, school)
                ? 0
                : find(circle).map(fold -> fold.missingSponsors(school)).orElse(0);
    }

    /** Whether the school was a member and is none any more. */
    public boolean isOut(CircleId circle, SchoolId school) {
        return find(circle).filter(fold -> fold.isOut(school)).isPresent();
    }

    /** The circles in which {@code school} is no member any more and {@code other} is one. */
    public SortedSet<CircleId> parted(SchoolId school, SchoolId other) {
        return circlesWith(fold -> fold.isOut(school) && fold.isMember(other));
    }

    /** How often the school has left the circle. */
    public int timesLeft(CircleId circle, SchoolId school) {
        return find(circle).map(fold -> fold.timesLeft(school)).orElse(0);
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

    /**
     * The circles that this node takes part in, or is about to: it is a candidate, or a join is under way. Also those that have
     * removed it: a certificate that comes later may show that its voters had moved on before.
     */
    public SortedSet<CircleId> ownOrJoining(SchoolId self) {
        return circlesWith(fold -> fold.isCandidate(self) || fold.hasProvisional() || fold.isRemoved(self));
    }

    /** A join through {@code inviter} is under way: its logs are needed before it is known to be a member. */
    public void addProvisional(CircleId circle, SchoolId inviter) {
        circle(circle).addProvisional(inviter);
    }

    public void removeProvisional(CircleId circle, SchoolId inviter) {
        find(circle).ifPresent(fold -> fold.removeProvisional(inviter));
    }

    private List<CircleId> changed(Predicate<CircleFold> change) {
        List<CircleId> changed = new ArrayList<>();
        circles.forEach((circle, fold) -> {
            if (change.test(fold)) {
                changed.add(circle);
            }
        });
        return changed;
    }

    private Decisions decisions(CircleId circle) {
        return find(circle)
                .flatMap(CircleFold::decisions)
                .orElseThrow(() -> new IllegalArgumentException("charter of " + circle + " is not known"));
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
        return circles.computeIfAbsent(circle, id -> new CircleFold(id, keys));
    }

    private Optional<CircleFold> find(CircleId circle) {
        return Optional.ofNullable(circles.get(circle));
    }

    private static Optional<CircleId> controlledCircle(LogId log) {
        return log.channel().equals(Channel.CONTROL) ? log.scope().circle() : Optional.empty();
    }
}
