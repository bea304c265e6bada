// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.gossip.Neighbours;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Way;
import org.gorizont.protocol.sync.RangePulls;
import org.gorizont.protocol.sync.TrafficBudget;

/** Says how the replica is: who was last heard of when, what is behind and why. */
final class StatusReport {
    private final SchoolId self;
    private final LogTable logs;
    private final OwnLogs own;
    private final Membership membership;
    private final Joins joins;
    private final CircleReport circles;
    private final PeerLinks links;
    private final Neighbours neighbours;
    private final RangePulls pulls;
    private final TrafficBudget budget;
    private final BodyPulls bodies;
    private final Visible visible;
    private final KnownIdentities identities;
    private final OwnStatements statements;
    private final Quotas quotas;
    private final Map<SchoolId, Instant> lastHeard = new TreeMap<>();
    private long framesReceived;
    private long unknownFrames;
    private long rejected;
    private long entriesAccepted;

    StatusReport(
            SchoolId self,
            LogTable logs,
            OwnLogs own,
            Membership membership,
            Joins joins,
            PeerLinks links,
            Neighbours neighbours,
            RangePulls pulls,
            TrafficBudget budget,
            BodyPulls bodies,
            Visible visible,
            KnownIdentities identities,
            OwnStatements statements,
            Quotas quotas) {
        this.quotas = quotas;
        this.self = self;
        this.logs = logs;
        this.own = own;
        this.membership = membership;
        this.joins = joins;
        this.circles = new CircleReport(self, membership, joins);
        this.links = links;
        this.neighbours = neighbours;
        this.pulls = pulls;
        this.budget = budget;
        this.bodies = bodies;
        this.visible = visible;
        this.identities = identities;
        this.statements = statements;
    }

    void heard(SchoolId school, Instant now) {
        lastHeard.put(school, now);
    }

    void frame() {
        framesReceived++;
    }

    void unknownFrame() {
        unknownFrames++;
    }

    void rejectedFrame() {
        rejected++;
    }

    void accepted(int entries) {
        entriesAccepted += entries;
    }

    ReplicaStatus report(Instant now) {
        return new ReplicaStatus(
                self,
                own.forbidden(),
                circles.report(),
                schools(now),
                new ReplicaStatus.Counters(framesReceived, unknownFrames, rejected, entriesAccepted),
                budget.heldUntil(now));
    }

    private List<ReplicaStatus.School> schools(Instant now) {
        SortedSet<SchoolId> known = new TreeSet<>();
        known.add(self);
        membership.circles().forEach(circle -> known.addAll(membership.members(circle)));
        SortedSet<SchoolId> linked = links.linkedSchools();
        Map<SchoolId, List<ReplicaStatus.Behind>> behind = new TreeMap<>();
        for (LogState state : logs.known()) {
            behind(state, linked, now)
                    .ifPresent(b -> behind.computeIfAbsent(state.log().school(), s -> new ArrayList<>())
                            .add(b));
        }
        return known.stream()
                .map(school -> new ReplicaStatus.School(
                        school,
                        Optional.ofNullable(lastHeard.get(school)),
                        linked.contains(school),
                        neighbours
                                .address(school)
                                .map(record -> record.value().endpoints())
                                .orElse(List.of()),
                        behind.getOrDefault(school, List.of()),
                        reach(school),
                        quotas.room(school)))
                .toList();
    }

    private ReplicaStatus.Reach reach(SchoolId school) {
        if (school.equals(self)) {
            return new ReplicaStatus.Reach(ReplicaStatus.How.OURSELVES, ownWays());
        }
        if (isApart(school)) {
            return new ReplicaStatus.Reach(ReplicaStatus.How.APART, List.of());
        }
        List<ReplicaStatus.Attempt> attempts = neighbours.attempts(school);
        ReplicaStatus.How how = links.of(school).stream()
                .map(link -> link.dialled.map(StatusReport::dialled).orElse(ReplicaStatus.How.CALLS_US))
                .findFirst()
                .orElse(attempts.isEmpty() ? ReplicaStatus.How.MUST_CALL : ReplicaStatus.How.NOT_AT_ALL);
        return new ReplicaStatus.Reach(how, attempts);
    }

    private boolean isApart(SchoolId school) {
        return links.of(school).isEmpty()
                && membership.shared(self, school).isEmpty()
                && membership.ownOrJoining(self).stream()
                        .filter(joins::isJoining)
                        .noneMatch(circle -> membership.isCandidate(circle, school));
    }

    /** What others are told. */
    private List<ReplicaStatus.Attempt> ownWays() {
        return statements.address().map(Signed::value).map(Way::of).orElse(List.of()).stream()
                .map(way -> new ReplicaStatus.Attempt(way, Optional.empty(), Optional.empty()))
                .toList();
    }

    private static ReplicaStatus.How dialled(Way way) {
        return switch (way) {
            case Way.Direct _ -> ReplicaStatus.How.DIRECT;
            case Way.Relayed _ -> ReplicaStatus.How.RELAYED;
        };
    }

    private Optional<ReplicaStatus.Behind> behind(LogState state, SortedSet<SchoolId> linked, Instant now) {
        if (identities.isFrozen(state.log().school())) {
            return Optional.of(why(state, ReplicaStatus.Why.FROZEN));
        }
        if (state.forkedAt().isPresent()) {
            return Optional.of(why(state, ReplicaStatus.Why.FORKED));
        }
        if (state.held() >= logs.end(state)) {
            return state.known() > state.held() ? Optional.of(why(state, ReplicaStatus.Why.STOPPED)) : Optional.empty();
        }
        if (state.known() > state.held() && quotas.stops(state.log())) {
            return Optional.of(why(state, ReplicaStatus.Why.NO_ROOM));
        }
        if (state.known() > state.held() && pulls.isHeldBack(state.log(), now)) {
            return Optional.of(why(state, ReplicaStatus.Why.HELD_BACK));
        } else if (state.known() > state.held()) {
            return Optional.of(why(
                    state,
                    pulls.isPulling(state.log())
                                    || linked.stream().anyMatch(school -> visible.served(state.log(), school))
                            ? ReplicaStatus.Why.PULLING
                            : ReplicaStatus.Why.NOBODY_CONNECTED));
        }
        return bodies.isIncomplete(state.log())
                ? Optional.of(why(state, ReplicaStatus.Why.BODIES_MISSING))
                : Optional.empty();
    }

    private static ReplicaStatus.Behind why(LogState state, ReplicaStatus.Why why) {
        return new ReplicaStatus.Behind(state.log(), state.held(), state.known(), why);
    }
}
