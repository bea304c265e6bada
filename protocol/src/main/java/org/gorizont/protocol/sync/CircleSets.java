// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Logs;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/**
 * The set of (log, head) of each circle as items. Sets under the circle's own key are kept and follow the logs; those
 * under a fresh key are made for one answer.
 */
public final class CircleSets {
    private final Logs logs;
    private final BiPredicate<CircleId, LogId> inCircle;
    private final Map<CircleId, CircleSet> kept = new TreeMap<>();

    /** @param inCircle whether a log is exchanged in a circle */
    public CircleSets(Logs logs, BiPredicate<CircleId, LogId> inCircle) {
        this.logs = logs;
        this.inCircle = inCircle;
    }

    /** Coded symbols of the circle's set under its own key. */
    public CodedSymbols symbols(CircleId circle) {
        return set(circle).symbols;
    }

    /** Heads behind items; items that are not in the set any more are left out. */
    public List<SignedHead> heads(CircleId circle, Bytes key, List<Long> items) {
        CircleSet set = key.isEmpty() ? set(circle) : build(circle, ItemKey.fresh(key));
        return items.stream()
                .map(set.logs::get)
                .filter(log -> log != null)
                .map(logs::state)
                .map(LogState::head)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All items in ascending order. */
    public List<Long> items(CircleId circle, Bytes key) {
        return (key.isEmpty() ? set(circle) : build(circle, ItemKey.fresh(key))).symbols.items();
    }

    /** A log has changed from one state to the next. */
    public void advanced(LogState before, LogState after) {
        kept.forEach((circle, set) -> {
            if (inCircle.test(circle, after.log())) {
                before.head().ifPresent(set::remove);
                after.head().ifPresent(set::add);
            }
        });
    }

    /** Members have changed, so other logs belong to the circles. */
    public void forget() {
        kept.clear();
    }

    private CircleSet set(CircleId circle) {
        return kept.computeIfAbsent(circle, c -> build(c, ItemKey.ofCircle(c)));
    }

    private CircleSet build(CircleId circle, ItemKey key) {
        CircleSet set = new CircleSet(key);
        logs.all(log -> inCircle.test(circle, log))
                .forEach(state -> state.head().ifPresent(set::add));
        return set;
    }

    private static final class CircleSet {
        private final ItemKey key;
        private final CodedSymbols symbols;
        private final Map<Long, LogId> logs = new HashMap<>();

        CircleSet(ItemKey key) {
            this.key = key;
            this.symbols = new CodedSymbols(key);
        }

        void add(SignedHead head) {
            long item = key.item(head.head());
            symbols.add(item);
            logs.put(item, head.log());
        }

        void remove(SignedHead head) {
            long item = key.item(head.head());
            symbols.remove(item);
            logs.remove(item);
        }
    }
}
