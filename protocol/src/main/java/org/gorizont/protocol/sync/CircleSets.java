// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Logs;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;

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

    /** The circle's set under its own key; follows the logs until {@link #forget}. */
    public CircleSet own(CircleId circle) {
        return kept.computeIfAbsent(circle, c -> build(c, ItemKey.ofCircle(c)));
    }

    /**
     * The circle's set as it is now, under a key of one exchange. Made anew each time, at the cost of a hash for each log;
     * whoever needs it again keeps it.
     *
     * @param key 16 bytes
     */
    public CircleSet fresh(CircleId circle, Bytes key) {
        return build(circle, ItemKey.fresh(key));
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

    private CircleSet build(CircleId circle, ItemKey key) {
        CircleSet set = new CircleSet(key, logs);
        logs.all(log -> inCircle.test(circle, log))
                .forEach(state -> state.head().ifPresent(set::add));
        return set;
    }
}
