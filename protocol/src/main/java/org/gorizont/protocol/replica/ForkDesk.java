// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.log.ForkCheck;
import org.gorizont.protocol.log.ForkHunt;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.log.ShownTree;
import org.gorizont.protocol.log.StoredTree;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SignedHead;

/**
 * Two versions of a log: proven by asking, kept for ever, told to everybody who may read the log. Growth stops at the least
 * proven index, until a change of keys seals one version ({@link SealDesk}). Most forks are accidents, so nobody is banned
 * for one.
 */
final class ForkDesk {
    private static final int MAX_HUNTS = 64;
    /** Alerts of one link that wait; further ones are dropped, and told again with the next link. */
    private static final int MAX_WAITING = 32;

    private final SchoolId self;
    private final LogStore store;
    private final LogTable logs;
    private final KnownIdentities identities;
    private final SignatureVerifier verifier;
    private final PeerLinks links;
    private final Visible visible;
    private final OwnLogs own;
    private final SealDesk seals;
    private final Growth growth;
    private final Map<LogId, Hunt> hunts = new TreeMap<>();

    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(LinkId link, ForkProof proof) {}

    private record Hunt(LinkId link, ForkHunt steps, Instant deadline) {}

    ForkDesk(
            SchoolId self,
            LogStore store,
            LogTable logs,
            KnownIdentities identities,
            SignatureVerifier verifier,
            PeerLinks links,
            Visible visible,
            OwnLogs own,
            SealDesk seals,
            Growth growth) {
        this.self = self;
        this.store = store;
        this.logs = logs;
        this.identities = identities;
        this.verifier = verifier;
        this.links = links;
        this.visible = visible;
        this.own = own;
        this.seals = seals;
        this.growth = growth;
    }

    /**
     * A validly signed head cannot be a version of what is held: asks that neighbour to show where they part, or somebody is
     * being asked already. False if nothing is held to compare with.
     */
    boolean suspect(Turn turn, LinkId link, SignedHead theirs) {
        Optional<Seal> seal = logs.seal(theirs.log());
        if (seal.isPresent()) {
            return seals.contradicts(turn, link, seal.get(), theirs);
        }
        LogState state = logs.state(theirs.log());
        if (state.head().isEmpty()) {
            return false;
        }
        if (!hunts.containsKey(theirs.log()) && hunts.size() < MAX_HUNTS) {
            step(turn, theirs.log(), link, ForkHunt.begin(state.head().get(), theirs));
        }
        return true;
    }

    /**
     * Entries in a bundle contradict what is held: nobody can be asked, so they prove the fork by themselves if they reach up
     * to their head.
     *
     * @return whether they did
     */
    boolean shown(Turn turn, Entries theirs) {
        LogId log = theirs.log();
        Optional<SignedHead> ours = logs.state(log).head();
        if (ours.isEmpty() || theirs.end() != theirs.head().size()) {
            return false;
        }
        HashSource own = StoredTree.of(log, store);
        HashSource shown = new ShownTree(
                own, theirs.start(), theirs.entries().stream().map(Entry::hash).toList());
        ForkHunt hunt = ForkHunt.begin(ours.get(), theirs.head());
        while (hunt instanceof ForkHunt.Asking asking) {
            long seq = asking.seq();
            Inclusion path = Proofs.inclusion(seq, theirs.end(), shown);
            hunt = asking.answer(new Proof.OfInclusion(log, path, shown.node(0, seq)), own);
        }
        if (hunt instanceof ForkHunt.Proven(ForkProof proof)) {
            proven(turn, proof);
            return true;
        }
        return false;
    }

    /** Gives up hunts whose answer is overdue: who names the head again is asked again. */
    void expire(Turn turn) {
        hunts.values().removeIf(hunt -> hunt.deadline.isBefore(turn.now()));
    }

    /**
     * Takes an answer of a neighbour that was asked. Once the log is sealed it means nothing: the seal alone decides, and what
     * is held may be another version by now, and shorter.
     *
     * @return whether that neighbour was asked about this log
     */
    boolean answered(Turn turn, LinkId link, Proof proof) {
        LogId log = proof.log();
        Hunt hunt = hunts.get(log);
        if (hunt == null || !hunt.link.equals(link)) {
            return false;
        }
        if (logs.seal(log).isPresent()) {
            hunts.remove(log);
        } else {
            step(turn, log, link, hunt.steps.answer(proof, StoredTree.of(log, store)));
        }
        return true;
    }

    void linkGone(LinkId link) {
        hunts.values().removeIf(hunt -> hunt.link.equals(link));
        waiting.removeIf(alert -> alert.link.equals(link));
    }

    /**
     * Somebody tells of a fork; false if it is none. Alerts come first on a link, often before the log is known to be wanted
     * and before its owner's identity: then they wait.
     */
    boolean told(Turn turn, LinkId link, ForkProof proof) {
        LogId log = proof.first().log();
        boolean ours = log.school().equals(self) || visible.wanted(log);
        Verdict verdict = identities
                .chain(log.school())
                .filter(_ -> ours)
                .map(chain -> ForkCheck.verify(proof, chain, verifier))
                .orElseGet(Verdict.Unidentified::new);
        if (verdict instanceof Verdict.Forked) {
            proven(turn, proof);
        }
        if (verdict instanceof Verdict.Unidentified) {
            await(link, proof);
        }
        return !(verdict instanceof Verdict.Rejected);
    }

    /** Identities or members have become known: looks again at the alerts that wait. */
    void retry(Turn turn) {
        List<Waiting> again = List.copyOf(waiting);
        waiting.clear();
        again.forEach(alert -> told(turn, alert.link, alert.proof));
    }

    private void await(LinkId link, ForkProof proof) {
        Waiting alert = new Waiting(link, proof);
        long ofLink = waiting.stream().filter(other -> other.link.equals(link)).count();
        if (ofLink < MAX_WAITING && !waiting.contains(alert)) {
            waiting.add(alert);
        }
    }

    /** Tells a new neighbour what forks are known, before anything else of those logs. */
    void welcome(Turn turn, PeerLink link, SchoolId school) {
        store.forks().stream()
                .filter(proof -> logs.seal(proof.first().log()).isEmpty())
                .filter(proof -> visible.served(proof.first().log(), school))
                .forEach(proof -> turn.send(link.id, new ForkAlert(proof)));
    }

    private void step(Turn turn, LogId log, LinkId link, ForkHunt hunt) {
        hunts.remove(log);
        switch (hunt) {
            case ForkHunt.Asking asking -> {
                hunts.put(log, new Hunt(link, asking, turn.now().plus(Limits.ANSWER)));
                asking.next().ifPresent(question -> turn.send(link, question));
            }
            case ForkHunt.Proven(ForkProof proof) -> proven(turn, proof);
            case ForkHunt.Unverified _ ->
                Optional.ofNullable(links.get(link))
                        .ifPresent(peer -> peer.pulls.values().forEach(pull -> pull.stopped(turn, log)));
        }
    }

    private void proven(Turn turn, ForkProof proof) {
        LogId log = proof.first().log();
        LogState state = logs.state(log);
        if (logs.seal(log).isPresent()
                || state.forkedAt().filter(index -> index <= proof.index()).isPresent()) {
            return;
        }
        LogState forked = state.forked(proof.index());
        turn.persist(new Change.ForkStored(proof));
        turn.persist(new Change.LogAdvanced(forked));
        growth.forked(turn, forked);
        if (own.isOwn(log)) {
            own.forkProven();
        }
        links.schools().stream()
                .filter(link -> visible.served(log, link.school.orElseThrow()))
                .forEach(link -> turn.send(link.id, new ForkAlert(proof)));
    }
}
