// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.util.List;
import java.util.function.Predicate;
import org.gorizont.protocol.model.LogId;

/** The states of all logs, in memory: what the parts need to know of each other's logs. */
public interface Logs {
    /** State of a log; {@link LogState#empty} when nothing is held. */
    LogState state(LogId log);

    /** Logs that match, in order of their arrival, those above {@code after} only, at most {@code limit}. */
    List<LogState> changedSince(long after, Predicate<LogId> matching, int limit);

    /** Logs of which something is held, in order of their arrival. */
    default List<LogState> all(Predicate<LogId> matching) {
        return changedSince(0, matching, Integer.MAX_VALUE);
    }

    long lastArrival();
}
