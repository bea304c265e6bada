// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.sync.TrafficBudget;

/**
 * Bodies that a header promises and that did not come with it: asked of one neighbour after another, with growing pauses
 * while nobody has them, since a header can promise what never was.
 */
final class BodyPulls {
    private static final int ASKED_AT_ONCE = 64;
    private static final Duration PAUSE_MIN = Duration.ofSeconds(5);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(10);

    private final LogStore store;
    private final LogTable logs;
    private final PeerLinks links;
    private final Visible visible;
    private final Growth growth;
    private final TrafficBudget budget;
    private final BodyKeeping keeping;
    private final TreeMap<LogId, Hunt> hunts = new TreeMap<>();
    private int turnOf;

    /**
     * Where the hunt for the bodies of one log stands.
     *
     * @param from seq of the first body to ask for next
     * @param notBefore when to ask next
     */
    private record Hunt(long from, Duration pause, Instant notBefore) {
        private static final Hunt FRESH = new Hunt(0, PAUSE_MIN, Instant.MIN);

        /** These were asked for now. */
        Hunt asked(List<Long> seqs, Instant now) {
            return new Hunt(seqs.getLast() + 1, pause, now.plus(pause));
        }

        /** All were asked for, and some are missing still. */
        Hunt again() {
            Duration longer = pause.multipliedBy(2);
            return new Hunt(0, longer.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : longer, notBefore);
        }
    }

    BodyPulls(
            LogStore store,
            LogTable logs,
            PeerLinks links,
            Visible visible,
            Growth growth,
            BodyKeeping keeping,
            TrafficBudget budget) {
        this.store = store;
        this.logs = logs;
        this.links = links;
        this.visible = visible;
        this.growth = growth;
        this.budget = budget;
        this.keeping = keeping;
        store.logs().stream()
                .map(LogState::log)
                .filter(log -> !store.missingBodies(log, 0, 1).isEmpty())
                .forEach(this::missing);
    }

    void missing(LogId log) {
        hunts.put(log, Hunt.FRESH);
    }

    boolean isIncomplete(LogId log) {
        keeping.takeChanged().forEach(this::missing);
        return hunts.containsKey(log);
    }

    /** A neighbour has come that may have what others had not. */
    void welcome() {
        hunts.replaceAll((log, hunt) -> Hunt.FRESH);
    }

    /** Asks the next neighbour for each log whose pause is over; the owner first, when it is there. */
    void ask(Turn turn) {
        keeping.takeChanged().forEach(this::missing);
        for (LogId log : List.copyOf(hunts.keySet())) {
            Hunt hunt = hunts.getOrDefault(log, Hunt.FRESH);
            if (!hunt.notBefore.isAfter(turn.now())) {
                ask(turn, log, hunt);
            }
        }
        turnOf++;
    }

    private void ask(Turn turn, LogId log, Hunt hunt) {
        List<Long> missing = store.missingBodies(log, hunt.from, ASKED_AT_ONCE);
        if (missing.isEmpty() && hunt.from > 0) {
            hunts.put(log, hunt.again());
            return;
        }
        if (missing.isEmpty()) {
            hunts.remove(log);
            growth.completed(turn, log);
            return;
        }
        List<PeerLink> holders = new ArrayList<>(links.schools().stream()
                .filter(link -> visible.served(log, link.school.orElseThrow()))
                .toList());
        holders.sort((a, b) -> Boolean.compare(isOwner(log, b), isOwner(log, a)));
        if (!holders.isEmpty() && budget.takes(log, turn.now(), bytes(log, missing))) {
            PeerLink next = holders.get(turnOf % holders.size());
            turn.send(next.id, Want.bodies(log, missing));
            hunts.put(log, hunt.asked(missing, turn.now()));
        }
    }

    private long bytes(LogId log, List<Long> seqs) {
        return seqs.stream()
                .flatMap(seq -> store.entry(log, seq).flatMap(Entry::header).stream())
                .mapToLong(Header::bodyLength)
                .sum();
    }

    /** Takes bodies that are waited for and fit their headers; others are ignored (W34). How many it took. */
    int received(Turn turn, Bodies frame) {
        int taken = 0;
        // One more than the frame carries tells whether others are missing: what comes now is not in the store yet.
        Set<Long> missing =
                new HashSet<>(store.missingBodies(frame.log(), 0, frame.bodies().size() + 1));
        for (var body : frame.bodies().entrySet()) {
            Optional<Entry> entry = keeping.isAwaited(turn, frame.log(), body.getKey())
                    ? store.entry(frame.log(), body.getKey())
                    : Optional.empty();
            if (entry.isPresent() && fits(entry.get(), body.getValue())) {
                missing.remove(body.getKey());
                add(turn, frame.log(), body.getKey(), entry.get().withBody(body.getValue()), missing.isEmpty());
                taken++;
            }
        }
        return taken;
    }

    private void add(Turn turn, LogId log, long seq, Entry entry, boolean complete) {
        LogState before = logs.state(log);
        LogState after = before.arrived(logs.nextArrival());
        turn.persist(List.of(
                new Change.BodyAdded(log, seq, entry.body().orElseThrow()),
                new Change.LogAdvanced(after),
                new Change.ArrivalAdded(new Arrival(after.arrival(), log, seq, seq + 1))));
        if (complete) {
            hunts.remove(log);
        } else {
            hunts.computeIfPresent(log, (_, hunt) -> new Hunt(hunt.from, PAUSE_MIN, Instant.MIN));
        }
        growth.bodiesFound(turn, before, after, seq, entry, complete);
    }

    private static boolean isOwner(LogId log, PeerLink link) {
        return link.school.equals(Optional.of(log.school()));
    }

    private static boolean fits(Entry entry, Body body) {
        return entry.header().filter(header -> EntryGate.fits(header, body)).isPresent();
    }
}
