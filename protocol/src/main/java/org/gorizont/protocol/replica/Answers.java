// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.ItemRequest;
import org.gorizont.protocol.frame.ItemVector;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.log.StoredEntries;
import org.gorizont.protocol.log.StoredTree;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.sync.CircleSet;
import org.gorizont.protocol.sync.CircleSets;

/**
 * What neighbours ask and what they get: only logs that may be served to them; anything else reads as empty, so that an
 * answer never tells whether a log exists.
 */
final class Answers {
    private final LogStore store;
    private final LogTable logs;
    private final CircleSets sets;
    private final BiPredicate<CircleId, LogId> inCircle;
    private final BiPredicate<LogId, SchoolId> served;

    Answers(
            LogStore store,
            LogTable logs,
            CircleSets sets,
            BiPredicate<CircleId, LogId> inCircle,
            BiPredicate<LogId, SchoolId> served) {
        this.store = store;
        this.logs = logs;
        this.sets = sets;
        this.inCircle = inCircle;
        this.served = served;
    }

    void cursor(Turn turn, PeerLink link, SchoolId peer, CursorRequest request) {
        CircleId circle = request.circle();
        Cursor asked = request.cursor();
        long membersChanged = logs.membersChanged(circle);
        if (!asked.equals(Cursor.NONE) && isLost(link, circle, asked, membersChanged)) {
            turn.send(link.id, new CursorPage(circle, here(), true, true, List.of()));
            return;
        }
        List<LogState> changed = logs.changedSince(
                asked.arrival(),
                log -> inCircle.test(circle, log) && !log.school().equals(peer),
                Limits.HEADS_IN_FRAME);
        boolean last = changed.size() < Limits.HEADS_IN_FRAME;
        Cursor cursor =
                last ? here() : new Cursor(store.epoch(), changed.getLast().arrival());
        if (!last) {
            link.served.paging(circle, cursor, membersChanged);
        }
        List<SignedHead> heads =
                changed.stream().map(LogState::head).flatMap(Optional::stream).toList();
        turn.send(link.id, new CursorPage(circle, cursor, false, last, heads));
    }

    /** A cursor from before the members changed here is past logs that did not belong to the circle then. */
    private boolean isLost(PeerLink link, CircleId circle, Cursor asked, long membersChanged) {
        return !asked.storeEpoch().equals(store.epoch())
                || asked.arrival() > logs.lastArrival()
                || asked.arrival() < membersChanged && !link.served.continues(circle, asked, membersChanged);
    }

    void symbols(Turn turn, PeerLink link, SymbolRequest request) {
        CircleId circle = request.circle();
        if (request.whole()) {
            vector(turn, link, request);
            return;
        }
        if (!request.key().isEmpty()) {
            return;
        }
        if (request.start() == 0) {
            link.served.begin(circle, sets.own(circle).symbols(), here());
        }
        link.served
                .symbols(circle)
                .ifPresent(frozen -> turn.send(
                        link.id,
                        new Symbols(
                                circle,
                                request.key(),
                                request.start(),
                                frozen.symbols().size(),
                                frozen.cursor(),
                                frozen.symbols().packed(request.start(), request.count()))));
    }

    private CircleSet keyed(PeerLink link, CircleId circle, Bytes key) {
        if (key.isEmpty()) {
            return sets.own(circle);
        }
        return link.served.fresh(circle, key).orElseGet(() -> {
            CircleSet set = sets.fresh(circle, key);
            link.served.keep(circle, key, set);
            return set;
        });
    }

    private void vector(Turn turn, PeerLink link, SymbolRequest request) {
        List<Long> items = keyed(link, request.circle(), request.key()).items();
        int from = 0;
        do {
            int to = Math.min(items.size(), from + Limits.ITEMS_IN_FRAME);
            turn.send(
                    link.id,
                    new ItemVector(
                            request.circle(), request.key(), here(), to == items.size(), items.subList(from, to)));
            from = to;
        } while (from < items.size());
    }

    void items(Turn turn, PeerLink link, ItemRequest request) {
        List<Long> asked = request.items().subList(0, Math.min(request.items().size(), Limits.HEADS_IN_FRAME));
        turn.send(
                link.id,
                new CursorPage(
                        request.circle(),
                        here(),
                        false,
                        true,
                        keyed(link, request.circle(), request.key()).heads(asked)));
    }

    void want(Turn turn, PeerLink link, SchoolId peer, Want want) {
        LogState state = logs.state(want.log());
        boolean mayHave = served.test(want.log(), peer);
        if (!want.bodies().isEmpty()) {
            bodies(turn, link, want, mayHave);
        } else if (mayHave && state.head().isPresent()) {
            turn.send(link.id, StoredEntries.answer(store, state.head().get(), want));
        }
    }

    private void bodies(Turn turn, PeerLink link, Want want, boolean mayHave) {
        TreeMap<Long, Body> found = new TreeMap<>();
        List<Long> absent = new ArrayList<>();
        long bytes = 0;
        for (long seq : want.bodies()) {
            Optional<Body> body = mayHave ? store.entry(want.log(), seq).flatMap(Entry::body) : Optional.empty();
            if (body.isEmpty()) {
                absent.add(seq);
            } else if (bytes < Limits.ANSWER_BYTES) {
                bytes += body.get().content().size();
                found.put(seq, body.get());
            }
        }
        turn.send(link.id, new Bodies(want.log(), found, absent));
    }

    void proof(Turn turn, PeerLink link, SchoolId peer, ProofRequest request) {
        long held = logs.state(request.log()).held();
        long first = logs.state(request.log()).beginning().tree().size();
        if (!served.test(request.log(), peer)) {
            return;
        }
        switch (request) {
            case ProofRequest.OfConsistency(LogId log, long oldSize, long size) -> {
                if (oldSize > 0 && oldSize >= first && oldSize <= size && size <= held) {
                    turn.send(link.id, new Proof.OfConsistency(log, Proofs.consistency(oldSize, size, source(log))));
                }
            }
            case ProofRequest.OfInclusion(LogId log, long seq, long size) -> {
                if (seq >= first && seq < size && size <= held) {
                    HashSource source = source(log);
                    turn.send(
                            link.id,
                            new Proof.OfInclusion(log, Proofs.inclusion(seq, size, source), source.node(0, seq)));
                }
            }
        }
    }

    private HashSource source(LogId log) {
        return StoredTree.of(log, store);
    }

    private Cursor here() {
        return new Cursor(store.epoch(), logs.lastArrival());
    }
}
