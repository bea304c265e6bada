// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one circle: what its logs claim and certify, and the members that follow. Claims may come before the
 * charter, in any order, and again. Mutable, for one thread.
 */
final class CircleFold {
    private final CircleId circle;
    private final VoterKeys keys;
    private final SortedMap<LogId, LogClaims> logs = new TreeMap<>();
    private final SortedSet<SchoolId> provisional = new TreeSet<>();
    private final SplitCertificates split = new SplitCertificates();
    private final SortedMap<SchoolId, Integer> left = new TreeMap<>();
    private @Nullable Charter charter;
    private @Nullable Decisions decisions;
    private @Nullable Removals removals;
    private @Nullable Admissions admissions;
    private @Nullable SortedSet<SchoolId> snapshot;
    private @Nullable SortedSet<SchoolId> candidates;
    private @Nullable SortedSet<SchoolId> everybody;

    CircleFold(CircleId circle, VoterKeys keys) {
        this.circle = circle;
        this.keys = keys;
    }

    @Nullable
    Charter charter() {
        return charter;
    }

    /** What was decided; empty before the charter is known. */
    Optional<Decisions> decisions() {
        return Optional.ofNullable(decisions);
    }

    /** What is proposed and answered so far. */
    Ballots ballots() {
        return new Ballots(logs, decisions, removals);
    }

    /** Tells whether the members changed. */
    boolean charter(Charter found) {
        if (charter != null) {
            return false;
        }
        charter = found;
        candidatesChanged();
        return rebuild();
    }

    /** Tells whether the members changed. */
    boolean add(LogId log, long seq, Claim claim) {
        LogClaims claims = logs.computeIfAbsent(log, _ -> new LogClaims());
        return switch (claim) {
            case Claim.Admission admission -> admission(log, claims, seq, admission);
            case Claim.Vote vote -> {
                claims.votes.add(seq, vote);
                yield false;
            }
            case Claim.Certifies certifies
            when certifies.parts().isEmpty() ->
                Certified.of(circle, certifies.end())
                                .filter(c -> certified(claims, seq, c))
                                .isPresent()
                        && rebuild();
            case Claim.Certifies certifies -> {
                if (claims.certificate(seq).isEmpty()) {
                    split.add(log, seq, certifies);
                }
                yield false;
            }
            case Claim.Part _ -> false;
        };
    }

    /** Looks again for the parts of certificates; tells whether the members changed. */
    boolean join(PartSource source) {
        boolean any = false;
        for (SplitCertificates.Whole whole : split.joined(source)) {
            LogClaims claims = logs.computeIfAbsent(whole.log(), _ -> new LogClaims());
            any |= Certified.of(circle, whole.bytes())
                    .filter(c -> certified(claims, whole.seq(), c))
                    .isPresent();
        }
        return any && rebuild();
    }

    /** Whether certificates wait for their parts. */
    boolean waitsForParts() {
        return !split.isEmpty();
    }

    /** The keys of a school have become known, or have changed; tells whether the members changed. */
    boolean identified(SchoolId school) {
        boolean any = false;
        for (LogClaims claims : logs.values()) {
            for (Certified certified : claims.certificates()) {
                if (certified.concerns(school)) {
                    certified.check(keys);
                    any = true;
                }
            }
        }
        return any && rebuild();
    }

    boolean clip(LogId log, long end) {
        return logs.computeIfAbsent(log, _ -> new LogClaims()).end(end) && rebuild();
    }

    /** Entries from {@code from} on are not held any more. */
    boolean forget(LogId log, long from) {
        split.forget(log, from);
        LogClaims claims = logs.get(log);
        return claims != null && claims.forget(from) && rebuild();
    }

    /** Does not change when the fold goes on. */
    SortedSet<SchoolId> members() {
        SortedSet<SchoolId> members = snapshot;
        if (members == null) {
            members = new TreeSet<>();
            if (admissions != null && removals != null) {
                members.addAll(admissions.members());
                members.removeAll(removals.schools());
                members.removeIf(this::isAway);
            }
            members = Collections.unmodifiableSortedSet(members);
            snapshot = members;
        }
        return members;
    }

    boolean isMember(SchoolId school) {
        return members().contains(school);
    }

    /** Whether it is a member or was one. */
    boolean wasMember(SchoolId school) {
        return admissions != null && admissions.members().contains(school);
    }

    /** Whether it was a member and is none any more. */
    boolean isOut(SchoolId school) {
        return wasMember(school) && !isMember(school);
    }

    /** Does not change when the fold goes on. */
    SortedSet<SchoolId> everybody() {
        SortedSet<SchoolId> all = everybody;
        if (all == null) {
            all = new TreeSet<>(candidates());
            if (admissions != null) {
                all.addAll(admissions.members());
            }
            all = Collections.unmodifiableSortedSet(all);
            everybody = all;
        }
        return all;
    }

    boolean isSponsoredBy(SchoolId school, SchoolId sponsor) {
        return admissions != null && admissions.isSponsoredBy(school, sponsor, timesLeft(school));
    }

    int missingSponsors(SchoolId school) {
        return admissions == null ? 0 : admissions.missingSponsors(school, timesLeft(school));
    }

    /** How often the school has left. */
    int timesLeft(SchoolId school) {
        return left.getOrDefault(school, 0);
    }

    boolean isRemoved(SchoolId school) {
        return removals != null && removals.schools().contains(school);
    }

    /** A log of another school in which a certificate stands that has removed this one. */
    Optional<LogId> removalShown(SchoolId school) {
        return isRemoved(school)
                ? logs.entrySet().stream()
                        .filter(log -> !log.getKey().school().equals(school))
                        .filter(log -> log.getValue().certificates().stream().anyMatch(held -> removes(held, school)))
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
    }

    private boolean removes(Certified held, SchoolId school) {
        boolean meant = switch (held.proposal().action()) {
            case Action.RemoveSchool(SchoolId removed, List<SignedHead> _) -> removed.equals(school);
            case Action.NameSuccessor(SchoolId before, SchoolId _, List<SignedHead> _) -> before.equals(school);
            case Action.SealElectorate _, Action.AmendCharter _, Action.GrantRole _, Action.DeclareDormant _ -> false;
        };
        return meant && decisions != null && decisions.isDecided(held.id());
    }

    boolean isCandidate(SchoolId school) {
        return candidates().contains(school);
    }

    /** Does not change when the fold goes on. */
    SortedSet<SchoolId> candidates() {
        SortedSet<SchoolId> all = candidates;
        if (all == null) {
            all = new TreeSet<>();
            if (charter != null) {
                all.addAll(charter.founders());
                all.removeIf(school -> isRemoved(school) || timesLeft(school) > 0);
            }
            all.addAll(members());
            all.addAll(provisional);
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
        candidatesChanged();
    }

    void removeProvisional(SchoolId school) {
        provisional.remove(school);
        candidatesChanged();
    }

    private void candidatesChanged() {
        candidates = null;
        everybody = null;
    }

    private boolean admission(LogId log, LogClaims claims, long seq, Claim.Admission claim) {
        return switch (claims.admissions.add(seq, claim)) {
            case NOTHING -> false;
            case DISPLACED -> rebuild();
            case NEWS -> {
                if (admissions == null || removals == null || seq >= removals.end(log, claims)) {
                    yield false;
                }
                yield removals.schools().isEmpty() && left.isEmpty() && !(claim instanceof Claim.Leaves)
                        ? changed(apply(admissions, log.school(), claim))
                        : rebuild();
            }
        };
    }

    private boolean certified(LogClaims claims, long seq, Certified certified) {
        boolean news = claims.add(seq, certified);
        if (news) {
            certified.check(keys);
        }
        return news;
    }

    private boolean rebuild() {
        Charter founding = charter;
        if (founding == null) {
            return false;
        }
        SortedSet<SchoolId> before = members();
        Decisions fresh = new Decisions(circle, founding, tallies());
        Removals gone = Removals.of(fresh.decided());
        Admissions again = new Admissions(fresh.terms().sponsors());
        fresh.electorates().stream()
                .filter(electorate -> electorate.depth() > 0)
                .forEach(electorate -> electorate.members().forEach(again::root));
        gone.successors().forEach(again::root);
        left.clear();
        logs.forEach((log, claims) -> claims.admissions.all().forEach((claim, seq) -> {
            if (seq < gone.end(log, claims)) {
                apply(again, log.school(), claim);
            }
        }));
        decisions = fresh;
        removals = gone;
        admissions = again;
        return changed(true) && !members().equals(before);
    }

    private Collection<Tally> tallies() {
        SortedMap<Hash, Tally> byProposal = new TreeMap<>();
        for (LogClaims claims : logs.values()) {
            for (Certified certified : claims.certificates()) {
                Tally tally = byProposal.computeIfAbsent(certified.id(), id -> Tally.empty(id, certified.proposal()));
                certified.votes(keys, tally::add);
            }
        }
        return byProposal.values();
    }

    private boolean isAway(SchoolId school) {
        int term = timesLeft(school);
        return term > 0 && admissions != null && !admissions.isBack(school, term);
    }

    private boolean changed(boolean changed) {
        if (changed) {
            snapshot = null;
            candidatesChanged();
        }
        return changed;
    }

    private boolean apply(Admissions to, SchoolId writer, Claim.Admission claim) {
        return switch (claim) {
            case Claim.Adopts _ -> charter != null && charter.founders().contains(writer) && to.root(writer);
            case Claim.Sponsors(SchoolId school, int term) -> to.sponsor(writer, school, term);
            case Claim.Leaves(int term) -> {
                left.merge(writer, term, Math::max);
                yield true;
            }
        };
    }
}
