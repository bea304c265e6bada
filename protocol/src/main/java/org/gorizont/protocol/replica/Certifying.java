// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.log.StoredTree;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.membership.OpenProposal;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.BallotProof;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Certificate;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;

/**
 * Makes certificates of ballots once they are enough: for its own proposals at once, for others to which this school has said
 * yes when their author has not done so for {@link Limits#CERTIFICATE_PATIENCE}. Works some time after ballots have come,
 * since it reads them from the store.
 */
final class Certifying {
    private final SchoolId self;
    private final LogStore store;
    private final LogTable logs;
    private final Membership membership;
    private final OwnDesk desk;
    private final Growth growth;
    private final Map<Hash, Instant> carriedSince = new TreeMap<>();
    private Instant due = Instant.MAX;

    Certifying(SchoolId self, LogStore store, LogTable logs, Membership membership, OwnDesk desk, Growth growth) {
        this.self = self;
        this.store = store;
        this.logs = logs;
        this.membership = membership;
        this.desk = desk;
        this.growth = growth;
    }

    /** Something was said in a vote: counts soon. */
    void wake(Turn turn) {
        schedule(turn, Limits.VOTES_DELAY);
    }

    /** A time has come. */
    void count(Turn turn) {
        // By the clock of a real node a timer may fire a moment early.
        if (turn.now().plus(Limits.VOTES_DELAY).isBefore(due)) {
            return;
        }
        due = Instant.MAX;
        growth.changed(membership.join(store::entry));
        List<OpenProposal> carried = membership.circlesOf(self).stream()
                .flatMap(circle -> membership.proposals(circle).stream())
                .filter(proposal -> proposal.isCarried() && proposal.yes().containsKey(self))
                .toList();
        carriedSince.keySet().retainAll(carried.stream().map(OpenProposal::id).toList());
        carried.forEach(proposal -> carriedSince.putIfAbsent(proposal.id(), turn.now()));
        // One log takes one write a turn: the next proposal has its turn when this certificate has been taken in.
        carried.stream()
                .filter(proposal -> isOurs(turn, proposal))
                .findFirst()
                .ifPresent(first -> certify(turn, first));
        if (!carried.isEmpty()) {
            schedule(turn, Limits.CERTIFICATE_PATIENCE);
        }
    }

    private boolean isOurs(Turn turn, OpenProposal proposal) {
        Instant since = carriedSince.getOrDefault(proposal.id(), turn.now());
        return proposal.author().equals(self)
                || Duration.between(since, turn.now()).compareTo(Limits.CERTIFICATE_PATIENCE) >= 0;
    }

    private void certify(Turn turn, OpenProposal proposal) {
        CircleId circle = proposal.proposal().circle();
        LogState control = desk.control(circle);
        certificate(proposal)
                .flatMap(made -> ControlDrafts.certificate(made, control.log(), control.held(), turn.now()))
                .ifPresent(drafts -> desk.control(turn, circle, drafts));
    }

    /** Empty when a ballot cannot be read now. */
    private Optional<Certificate> certificate(OpenProposal proposal) {
        List<BallotProof> ballots = new ArrayList<>();
        for (OpenProposal.Place place : proposal.yes().values()) {
            Optional<BallotProof> ballot = ballot(place);
            if (ballot.isEmpty()) {
                return Optional.empty();
            }
            ballots.add(ballot.get());
        }
        return Optional.of(new Certificate(proposal.exact(), ballots));
    }

    private Optional<BallotProof> ballot(OpenProposal.Place place) {
        Optional<SignedHead> head = logs.state(place.log()).head().filter(signed -> signed.size() > place.seq());
        Optional<Entry> entry = store.entry(place.log(), place.seq());
        Optional<Body> body = entry.flatMap(Entry::body);
        if (head.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        List<Hash> path = Proofs.inclusion(place.seq(), head.get().size(), StoredTree.of(place.log(), store))
                .hashes();
        return Optional.of(new BallotProof(head.get(), place.seq(), entry.get().headerBytes(), body.get(), path));
    }

    private void schedule(Turn turn, Duration after) {
        if (turn.now().plus(after).isBefore(due)) {
            due = turn.now().plus(after);
            turn.schedule(Timer.VOTES, after);
        }
    }
}
