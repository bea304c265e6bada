// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.log.SealHunt;
import org.gorizont.protocol.log.StoredTree;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.sync.RangePulls;

/**
 * Logs whose key epoch has ended: in the end exactly what was sealed is held. What stands beyond the seal goes at once. What
 * belongs to another version below it shows when somebody names the sealed head: that neighbour is asked where they part,
 * what is held goes from there on, and from then on only entries under the sealed head are taken.
 */
final class SealDesk {
    private static final int MAX_HUNTS = 64;

    private final LogStore store;
    private final LogTable logs;
    private final PeerLinks links;
    private final RangePulls pulls;
    private final Growth growth;
    private final Map<LogId, Hunt> hunts = new TreeMap<>();

    /** @param range what was held when the hunt began: an answer about another state means nothing */
    private record Hunt(LinkId link, CompactRange range, SignedHead sealed, SealHunt steps, Instant deadline) {}

    SealDesk(LogStore store, LogTable logs, PeerLinks links, RangePulls pulls, Growth growth) {
        this.store = store;
        this.logs = logs;
        this.links = links;
        this.pulls = pulls;
        this.growth = growth;
    }

    /** The identity of a school has become known, or has grown. */
    void sealed(Turn turn, IdentityChain chain) {
        for (LogState state : logs.known()) {
            if (state.log().school().equals(chain.school())) {
                chain.seal(state.log()).ifPresent(seal -> settle(turn, state, seal));
            }
        }
    }

    /**
     * The sealed head contradicts what is held: asks that neighbour where they part, or somebody is being asked already.
     * False for any other head, since only the seal decides.
     */
    boolean contradicts(Turn turn, LinkId link, Seal seal, SignedHead theirs) {
        LogState state = logs.state(theirs.log());
        boolean decides = theirs.size() == seal.size() && theirs.root().equals(seal.root());
        if (!decides || state.held() == 0) {
            return false;
        }
        if (!hunts.containsKey(theirs.log()) && hunts.size() < MAX_HUNTS) {
            SealHunt first = SealHunt.begin(state.held(), theirs);
            step(turn, new Hunt(link, state.range(), theirs, first, turn.now().plus(Limits.ANSWER)));
        }
        return true;
    }

    void answered(Turn turn, LinkId link, Proof proof) {
        Hunt hunt = hunts.get(proof.log());
        if (hunt != null && hunt.link.equals(link)) {
            hunts.remove(proof.log());
            SealHunt next = hunt.steps.answer(proof, StoredTree.of(proof.log(), store));
            step(turn, new Hunt(link, hunt.range, hunt.sealed, next, turn.now().plus(Limits.ANSWER)));
        }
    }

    /** A head that is known to fit what is held covers all of it, where none did before. */
    void covers(Turn turn, SignedHead head) {
        LogState state = logs.state(head.log());
        boolean covered = state.head().filter(own -> own.size() == state.held()).isPresent();
        if (head.size() == state.held() && (!covered || head.floor() > state.floor())) {
            settled(turn, state, Optional.of(head));
        }
    }

    /** Gives up hunts whose answer is overdue: who names the head again is asked again. */
    void expire(Turn turn) {
        hunts.values().removeIf(hunt -> hunt.deadline.isBefore(turn.now()));
    }

    void linkGone(LinkId link) {
        hunts.values().removeIf(hunt -> hunt.link.equals(link));
    }

    private void settle(Turn turn, LogState state, Seal seal) {
        boolean contained = seal.size() == 0
                || state.held() >= seal.size() && !StoredTree.contradicts(state, seal.size(), seal.root(), store);
        if (contained && state.held() > seal.size()) {
            cut(turn, state, seal.size(), Optional.empty());
        } else if (contained && state.forkedAt().isPresent()) {
            settled(turn, state, state.head());
        } else {
            growth.clip(turn, state);
        }
    }

    private void step(Turn turn, Hunt hunt) {
        LogId log = hunt.sealed.log();
        switch (hunt.steps) {
            case SealHunt.Asking asking -> {
                hunts.put(log, hunt);
                asking.next().ifPresent(question -> turn.send(hunt.link, question));
            }
            case SealHunt.Parts(long index) -> parts(turn, hunt, index);
            case SealHunt.Agrees _, SealHunt.Unverified _ ->
                Optional.ofNullable(links.get(hunt.link))
                        .ifPresent(peer -> peer.pulls.values().forEach(pull -> pull.stopped(turn, log)));
        }
    }

    private void parts(Turn turn, Hunt hunt, long index) {
        LogState state = logs.state(hunt.sealed.log());
        if (state.range().equals(hunt.range)) {
            LogState after = cut(turn, state, index, Optional.of(hunt.sealed));
            long floor = after.held() == 0 ? hunt.sealed.floor() : 0;
            pulls.offered(
                    turn,
                    hunt.link,
                    state.log(),
                    new RangePulls.Offer(after.held(), floor, hunt.sealed.size(), after.held() > 0, false));
        }
    }

    /** A floor may be one of the version that goes, which left entries behind that the other one has: then all goes. */
    private LogState cut(Turn turn, LogState before, long size, Optional<SignedHead> sealed) {
        boolean begins = before.floor() == 0 && before.beginning().tree().size() == 0;
        return cutTo(turn, before, begins ? size : 0, sealed);
    }

    private LogState cutTo(Turn turn, LogState before, long size, Optional<SignedHead> sealed) {
        LogState after = new LogState(
                before.log(),
                Proofs.compactRange(size, StoredTree.of(before.log(), store)),
                before.head().filter(head -> head.size() <= size),
                sealed,
                Optional.empty(),
                before.arrival());
        turn.persist(new Change.LogCut(after));
        growth.cut(turn, before, after);
        return after;
    }

    private void settled(Turn turn, LogState before, Optional<SignedHead> head) {
        LogState after = new LogState(
                before.log(),
                before.range(),
                head,
                before.witnessed().filter(more -> more.size() > before.held()),
                logs.seal(before.log())
                                .filter(seal -> seal.size() == before.held())
                                .isPresent()
                        ? Optional.empty()
                        : before.forkedAt(),
                logs.nextArrival(),
                head.map(before.beginning()::under).orElse(before.beginning()));
        turn.persist(new Change.LogAdvanced(after));
        if (after.floor() > before.floor()) {
            turn.persist(Change.FloorRaised.of(before, after));
        }
        turn.persist(new Change.ArrivalAdded(new Arrival(after.arrival(), before.log(), after.held(), after.held())));
        boolean complete = store.missingBodies(before.log(), 0, 1).isEmpty();
        growth.settled(turn, before, after, complete);
    }
}
