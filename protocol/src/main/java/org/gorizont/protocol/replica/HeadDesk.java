// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.log.OwnHead;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.sync.HeadSink;
import org.gorizont.protocol.sync.RangePulls;

/** Heads that neighbours name: what is new is pulled, what contradicts is hunted, what is our own is looked at hard. */
final class HeadDesk implements HeadSink {
    private final SchoolId self;
    private final LogStore store;
    private final SignatureVerifier verifier;
    private final LogTable logs;
    private final EntryGate gate;
    private final KnownIdentities identities;
    private final Visible visible;
    private final RangePulls pulls;
    private final OwnLogs own;
    private final ForkDesk forks;
    private final SealDesk seals;
    private final OwnRecovery recovery;
    private final Quotas quotas;
    /** Since when logs wait for somebody who can prove that they go on behind a gap as they began. */
    private final Map<LogId, Instant> gaps = new TreeMap<>();

    HeadDesk(
            SchoolId self,
            LogStore store,
            SignatureVerifier verifier,
            LogTable logs,
            EntryGate gate,
            KnownIdentities identities,
            Visible visible,
            RangePulls pulls,
            OwnLogs own,
            ForkDesk forks,
            SealDesk seals,
            OwnRecovery recovery,
            Quotas quotas) {
        this.quotas = quotas;
        this.self = self;
        this.store = store;
        this.verifier = verifier;
        this.logs = logs;
        this.gate = gate;
        this.identities = identities;
        this.visible = visible;
        this.pulls = pulls;
        this.own = own;
        this.forks = forks;
        this.seals = seals;
        this.recovery = recovery;
    }

    @Override
    public Offer offer(Turn turn, LinkId link, SignedHead head) {
        LogId log = head.log();
        if (own.isOwn(log)) {
            saw(turn, link, head);
            return Offer.SKIPPED;
        }
        if (!isWanted(log)) {
            noRoom(turn, head);
            return Offer.SKIPPED;
        }
        return switch (gate.judge(head, identities.chain(log.school()))) {
            case Verdict.Accepted _ -> {
                witness(head);
                LogState state = logs.state(log);
                offered(turn, link, state, head);
                yield Offer.PENDING;
            }
            case Verdict.Known _ -> {
                seals.covers(turn, head);
                yield Offer.HELD;
            }
            case Verdict.Unidentified _ -> {
                identities.ask(turn, link, head);
                yield Offer.PENDING;
            }
            case Verdict.Contradicts _ -> forks.suspect(turn, link, head) ? Offer.PENDING : Offer.SKIPPED;
            case Verdict.Early _, Verdict.Uninvited _, Verdict.Rejected _, Verdict.Stopped _, Verdict.Forked _ ->
                Offer.SKIPPED;
        };
    }

    @Override
    public boolean isHeldBack(Turn turn, LogId log) {
        return pulls.isHeldBack(log, turn.now());
    }

    /** A neighbour names a head of ours: if it is higher than what we have, we write no more and fetch it. */
    void saw(Turn turn, LinkId link, SignedHead head) {
        if (head.log().school().equals(self) && !own.isOwn(head.log())) {
            offer(turn, link, head);
        } else if (stops(turn, head)) {
            LogState state = logs.state(head.log());
            if (own.isFetched(head.log())) {
                offered(turn, link, state, head);
            } else if (head.size() <= state.held()) {
                // Nobody else may hold our version: what we do not prove, nobody hears of.
                forks.suspect(turn, link, head);
            }
        }
    }

    /** Pulls what is new; what lies between the own end and the floor matters to nobody any more. */
    private void offered(Turn turn, LinkId link, LogState state, SignedHead head) {
        long end = own.isOwn(head.log()) ? head.size() : Math.min(head.size(), logs.end(state));
        long floor = head.floor() <= end ? head.floor() : 0;
        boolean sparing = state.head().isPresent() && floor <= state.held();
        if (floor <= state.held() || state.held() == 0) {
            gaps.remove(head.log());
        } else if (gaps.computeIfAbsent(head.log(), _ -> turn.now())
                .plus(Limits.BRIDGE_PATIENCE)
                .isBefore(turn.now())) {
            logs.beginAnew(head.log());
        }
        boolean anew = logs.mayBeginAnew(head.log());
        pulls.offered(turn, link, head.log(), new RangePulls.Offer(state.held(), floor, end, sparing, anew));
    }

    /** Looks at a head that may be one of ours and was brought by nobody of whom more can be asked; true if we stop writing. */
    boolean stops(Turn turn, SignedHead head) {
        if (!(own.sawOwnHead(head, logs.state(head.log()), store, verifier) instanceof OwnHead.Stops stops)) {
            return false;
        }
        turn.persist(stops.changes());
        logs.put(stops.changes());
        recovery.doubt(turn);
        return true;
    }

    boolean isWanted(LogId log) {
        if (own.isOwn(log)) {
            return own.isFetched(log);
        }
        boolean ours = log.school().equals(self);
        return !identities.isFrozen(log.school())
                && (ours || visible.wanted(log))
                && hasRoom(log)
                && !quotas.stops(log);
    }

    /** What is not fetched for want of room is known to exist, also after the next start, since cursors go past it. */
    private void noRoom(Turn turn, SignedHead head) {
        LogId log = head.log();
        boolean stopped = quotas.stops(log) && logs.isKnown(log) && visible.wanted(log);
        boolean more = head.size() > logs.state(log).known();
        if (stopped && more && gate.judge(head, identities.chain(log.school())) instanceof Verdict.Accepted) {
            witness(head);
            turn.persist(new Change.LogAdvanced(logs.state(log)));
        }
    }

    /** At a start: circles of which something was passed over are gone through anew. */
    void started(Turn turn, Membership membership) {
        logs.known().stream()
                .filter(state -> state.known() > state.held() && !quotas.stops(state.log()))
                .flatMap(state -> membership.circlesOf(state.log().school()).stream())
                .distinct()
                .forEach(circle -> turn.persist(new Change.CursorsForgotten(circle)));
    }

    private boolean hasRoom(LogId log) {
        return logs.isKnown(log) || !logs.isFull(log);
    }

    /** A log has grown by what came over a link. */
    void fetched(LogState after) {
        own.look(after);
    }

    /** Remembers that more exists. Not written down: the next notice says it again. */
    private void witness(SignedHead head) {
        LogState state = logs.state(head.log());
        if (head.size() > state.known()) {
            logs.put(state.witnessing(head));
        }
    }
}
