// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.gossip.HeadNotices;
import org.gorizont.protocol.gossip.ReceiptDesk;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.sync.CircleSets;
import org.gorizont.protocol.sync.RangePulls;

/**
 * What follows when a log has grown here, by own hand or another's: every part that keeps something about logs hears of it
 * once, in one order.
 */
final class Growth {
    private final SchoolId self;
    private final LogTable logs;
    private final CircleSets sets;
    private final RangePulls pulls;
    private final PeerLinks links;
    private final Membership membership;
    private final HeadNotices notices;
    private final ReceiptDesk receipts;
    private final BodyKeeping keeping;
    private final TreeSet<CircleId> changedCircles = new TreeSet<>();
    private boolean said;

    Growth(
            SchoolId self,
            LogTable logs,
            CircleSets sets,
            RangePulls pulls,
            PeerLinks links,
            Membership membership,
            HeadNotices notices,
            ReceiptDesk receipts,
            BodyKeeping keeping) {
        this.self = self;
        this.logs = logs;
        this.sets = sets;
        this.pulls = pulls;
        this.links = links;
        this.membership = membership;
        this.notices = notices;
        this.receipts = receipts;
        this.keeping = keeping;
    }

    /**
     * Entries are among the changes of the turn: lets go what they end.
     *
     * @return whether none of their bodies is waited for
     */
    boolean letGo(Turn turn, LogId log, long from, List<Entry> added) {
        return keeping.grown(turn, log, from, added);
    }

    /**
     * @param added entries from {@code before.held()} on
     * @param source the link they came over, empty for our own
     * @param complete whether every body is here
     */
    void grown(
            Turn turn, LogState before, LogState after, List<Entry> added, Optional<LinkId> source, boolean complete) {
        LogId log = after.log();
        logs.put(after);
        sets.advanced(before, after);
        pulls.advanced(log, after.held());
        for (PeerLink link : links.all()) {
            link.pulls.values().forEach(pull -> pull.advanced(turn, log, after.held()));
        }
        if (!before.head().equals(after.head())) {
            long from = before.head().map(head -> head.size()).orElse(0L);
            notices.grown(turn, log, from, source);
            if (complete && !log.school().equals(self)) {
                after.head().ifPresent(head -> receipts.holds(turn, head));
            }
        }
        fold(log, before.held(), added);
        if (before.forkedAt().equals(after.forkedAt())) {
            settleEnd(turn, after);
        } else {
            clip(turn, after);
        }
        turn.deliver(after.arrival());
    }

    /** A head was found that covers what was held without one, or which of two versions counts has become known. */
    void settled(Turn turn, LogState before, LogState after, boolean complete) {
        grown(turn, before, after, List.of(), Optional.empty(), complete);
    }

    /** What is held beyond {@code after} was not sealed, and goes. */
    void cut(Turn turn, LogState before, LogState after) {
        keeping.cut(turn, before, after.held());
        logs.put(after);
        sets.advanced(before, after);
        pulls.stopped(after.log());
        if (membership.forget(after.log(), after.held())) {
            after.log().scope().circle().ifPresent(changedCircles::add);
        }
        clip(turn, after);
        turn.deliver(after.arrival());
    }

    /** Bodies of entries that were held already have come. */
    void bodiesFound(Turn turn, LogState before, LogState after, long seq, Entry entry, boolean complete) {
        logs.put(after);
        if (complete) {
            after.head().ifPresent(head -> receipts.holds(turn, head));
        }
        keeping.found(turn, after.log(), seq, entry);
        fold(after.log(), seq, List.of(entry));
        turn.deliver(after.arrival());
    }

    /** No body of the log is missing any more, although none has come: those that were went. */
    void completed(Turn turn, LogId log) {
        if (!log.school().equals(self)) {
            logs.state(log).head().ifPresent(head -> receipts.holds(turn, head));
        }
    }

    /** Two versions of the log are proven: it grows up to where they part. */
    void forked(Turn turn, LogState state) {
        logs.put(state);
        clip(turn, state);
    }

    /** The entry at {@code end} breaks a limit, for everybody: the log grows up to it. */
    void ends(Turn turn, LogId log, long end) {
        logs.end(log, end);
        settleEnd(turn, logs.state(log));
    }

    /** Where the log ends, or how far it has effect, has changed. */
    void clip(Turn turn, LogState state) {
        if (membership.clip(state.log(), logs.effectiveEnd(state))) {
            state.log().scope().circle().ifPresent(changedCircles::add);
        }
        settleEnd(turn, state);
    }

    private void settleEnd(Turn turn, LogState state) {
        long end = logs.end(state);
        if (end == Long.MAX_VALUE) {
            return;
        }
        if (state.held() < end) {
            pulls.capped(turn, state.log(), end);
            return;
        }
        pulls.stopped(state.log());
        for (PeerLink link : links.all()) {
            link.pulls.values().forEach(pull -> pull.stopped(turn, state.log()));
        }
    }

    /** This school has become a member: who asked for its logs before it knew so had no answer. */
    void tellOwn(Turn turn) {
        for (LogState own : logs.changedSince(0, log -> log.school().equals(self), Limits.LOGS_OF_SCHOOL)) {
            notices.grown(turn, own.log(), 0, Optional.empty());
        }
    }

    /** The members of these circles have changed. */
    void changed(List<CircleId> circles) {
        changedCircles.addAll(circles);
    }

    /** Whether something was said in a circle since this was last asked. */
    boolean takeSaid() {
        boolean taken = said;
        said = false;
        return taken;
    }

    /** Circles whose members have changed since this was last asked. */
    List<CircleId> takeChangedCircles() {
        List<CircleId> changed = List.copyOf(changedCircles);
        changedCircles.clear();
        return changed;
    }

    private void fold(LogId log, long from, List<Entry> added) {
        Optional<CircleId> circle = log.scope().circle();
        if (!log.channel().equals(Channel.CONTROL) || circle.isEmpty()) {
            return;
        }
        said |= !added.isEmpty();
        for (int i = 0; i < added.size(); i++) {
            if (membership.fold(log, from + i, added.get(i))) {
                changedCircles.add(circle.get());
            }
        }
    }
}
