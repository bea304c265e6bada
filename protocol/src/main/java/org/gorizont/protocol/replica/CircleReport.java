// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.membership.OpenProposal;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.SchoolId;

/** Says how the circles are: members, who votes, what is proposed and decided. */
final class CircleReport {
    private final SchoolId self;
    private final Membership membership;
    private final Joins joins;

    CircleReport(SchoolId self, Membership membership, Joins joins) {
        this.self = self;
        this.membership = membership;
        this.joins = joins;
    }

    List<ReplicaStatus.Circle> report() {
        return membership.circles().stream()
                .filter(membership::charterKnown)
                .map(this::circle)
                .toList();
    }

    private ReplicaStatus.Circle circle(CircleId circle) {
        return new ReplicaStatus.Circle(
                circle,
                membership.terms(circle),
                standing(circle),
                List.copyOf(membership.members(circle)),
                List.copyOf(membership.electorate(circle).members()),
                membership.proposals(circle).stream()
                        .map(proposal -> open(circle, proposal))
                        .toList(),
                membership.decided(circle).stream()
                        .map(done -> new ReplicaStatus.Done(
                                done.id(), done.proposal().action(), done.yes(), done.of()))
                        .toList());
    }

    private ReplicaStatus.Standing standing(CircleId circle) {
        if (membership.isMember(circle, self)) {
            return ReplicaStatus.Standing.MEMBER;
        } else if (joins.isJoining(circle)) {
            return ReplicaStatus.Standing.JOINING;
        } else if (membership.isRemoved(circle, self)) {
            return ReplicaStatus.Standing.REMOVED;
        }
        return membership.timesLeft(circle, self) > 0 ? ReplicaStatus.Standing.LEFT : ReplicaStatus.Standing.OUTSIDE;
    }

    private ReplicaStatus.Open open(CircleId circle, OpenProposal proposal) {
        return new ReplicaStatus.Open(
                proposal.id(),
                proposal.proposal().action(),
                proposal.author(),
                List.copyOf(proposal.yes().keySet()),
                List.copyOf(proposal.no()),
                proposal.electorate().size(),
                proposal.needed().leastAbove(proposal.electorate().size()),
                membership.isMember(circle, self) && proposal.awaits(self));
    }
}
