// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;

/** Bodies that a header promises and that did not come with it: asked of one neighbour after another. */
final class BodyPulls {
    private static final int ASKED_AT_ONCE = 64;

    private final LogStore store;
    private final LogTable logs;
    private final PeerLinks links;
    private final Visible visible;
    private final Growth growth;
    private final TreeSet<LogId> incomplete = new TreeSet<>();
    private int turnOf;

    BodyPulls(LogStore store, LogTable logs, PeerLinks links, Visible visible, Growth growth) {
        this.store = store;
        this.logs = logs;
        this.links = links;
        this.visible = visible;
        this.growth = growth;
        store.logs().stream()
                .map(LogState::log)
                .filter(log -> !store.missingBodies(log, 1).isEmpty())
                .forEach(incomplete::add);
    }

    void missing(LogId log) {
        incomplete.add(log);
    }

    boolean isIncomplete(LogId log) {
        return incomplete.contains(log);
    }

    /** Asks the next neighbour for each log; the owner first, when it is there. */
    void ask(Turn turn) {
        for (LogId log : incomplete) {
            List<PeerLink> holders = new ArrayList<>(links.schools().stream()
                    .filter(link -> visible.served(log, link.school.orElseThrow()))
                    .toList());
            holders.sort((a, b) -> Boolean.compare(isOwner(log, b), isOwner(log, a)));
            if (!holders.isEmpty()) {
                PeerLink next = holders.get(turnOf % holders.size());
                turn.send(next.id, Want.bodies(log, store.missingBodies(log, ASKED_AT_ONCE)));
            }
        }
        turnOf++;
    }

    /** Takes bodies that fit their headers; others are ignored. */
    void received(Turn turn, Bodies frame) {
        List<Long> missing = store.missingBodies(frame.log(), ASKED_AT_ONCE);
        int found = 0;
        for (var body : frame.bodies().entrySet()) {
            Optional<Entry> entry =
                    missing.contains(body.getKey()) ? store.entry(frame.log(), body.getKey()) : Optional.empty();
            if (entry.isPresent() && fits(entry.get(), body.getValue())) {
                found++;
                boolean complete = found == missing.size() && missing.size() < ASKED_AT_ONCE;
                add(turn, frame.log(), body.getKey(), entry.get().withBody(body.getValue()), complete);
            }
        }
    }

    private void add(Turn turn, LogId log, long seq, Entry entry, boolean complete) {
        LogState before = logs.state(log);
        LogState after = new LogState(
                log, before.range(), before.head(), before.witnessed(), before.forkedAt(), logs.nextArrival());
        turn.persist(List.of(
                new Change.BodyAdded(log, seq, entry.body().orElseThrow()),
                new Change.LogAdvanced(after),
                new Change.ArrivalAdded(new Arrival(after.arrival(), log, seq, seq + 1))));
        if (complete) {
            incomplete.remove(log);
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
