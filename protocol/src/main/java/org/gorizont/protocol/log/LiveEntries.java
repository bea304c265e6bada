// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;

/**
 * Which entries of an own log still matter: the newest of each record, and every one of a record with history. What ends a
 * record matters only while an older incarnation of the log or a kept history may state it. Void entries do not matter.
 *
 * @param live their seqs, ascending
 */
record LiveEntries(LogId log, TreeSet<Long> live) {
    private static final int AT_ONCE = 4_096;

    static LiveEntries of(LogState state, LogStore store) {
        LiveEntries found = new LiveEntries(state.log(), new TreeSet<>());
        Map<RecordId, Long> newest = new TreeMap<>();
        Map<RecordId, Long> ends = new TreeMap<>();
        SortedSet<RecordId> historic = new TreeSet<>();
        for (long from = state.floor(); from < state.held(); ) {
            SortedMap<Long, Entry> some = store.headers(state.log(), from, AT_ONCE);
            if (some.isEmpty()) {
                break;
            }
            some.forEach((seq, entry) -> entry.header().ifPresent(header -> {
                if (header.retention() == Retention.HISTORY) {
                    if (!isGone(state.log(), seq, header, store)) {
                        found.live.add(seq);
                        historic.add(header.record());
                    }
                    return;
                }
                Optional.ofNullable(newest.put(header.record(), seq)).ifPresent(found.live::remove);
                ends.remove(header.record());
                if (header.verb().hasBody() || state.log().incarnation() > 0) {
                    found.live.add(seq);
                } else {
                    ends.put(header.record(), seq);
                }
            }));
            from = some.lastKey() + 1;
        }
        ends.keySet().retainAll(historic);
        found.live.addAll(ends.values());
        return found;
    }

    /** What was erased, with its history, is not stated again. */
    private static boolean isGone(LogId log, long seq, Header header, LogStore store) {
        return header.commitment().isPresent()
                && store.entry(log, seq).filter(Entry::lacksBody).isPresent()
                && !store.missingBodies(log, seq, 1).equals(List.of(seq));
    }

    /** Whether less than half of what stands above the floor matters. */
    boolean isMostlyDead(LogState state) {
        return 2L * live.size() < state.held() - state.floor();
    }

    /** The next floor: what a raise leaves behind is bounded. */
    static long nextFloor(LogState state) {
        return Math.min(state.held(), state.floor() + Limits.FLOOR_STEP);
    }

    /** What must stand above a floor before it may rise to {@code floor}; empty if a body of it is not here. */
    Optional<List<Restated>> below(long floor, LogStore store) {
        List<Restated> below = new ArrayList<>();
        for (long seq : live.headSet(floor)) {
            Entry entry = store.entry(log, seq).orElseThrow();
            if (entry.lacksBody()) {
                return Optional.empty();
            }
            Header header = entry.header().orElseThrow();
            below.add(Restated.of(log, seq, entry, header));
        }
        return Optional.of(below);
    }
}
