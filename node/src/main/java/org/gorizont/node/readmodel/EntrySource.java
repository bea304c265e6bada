// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.List;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;

/**
 * Port: what is held here, in the order in which it arrived. Called from the threads of the folds; may block on the disk,
 * and throws {@link org.gorizont.protocol.core.LogStore.StoreUnreadable} if that fails. Only what is durable is seen.
 */
public interface EntrySource {
    /** Arrival numbers of another epoch mean nothing here. */
    Bytes epoch();

    /** Number of the last arrival, 0 at first. */
    long lastArrival();

    /** Arrivals above {@code after}, ascending, at most {@code limit}. */
    List<Arrival> arrivals(long after, int limit);

    /** First seq of a log that is here: what mattered below it was stated again. */
    long floor(LogId log);

    /** Entries from {@code from} on, fewer than {@code to - from} if they pass {@code maxBytes}, at least one if any. */
    List<Entry> entries(LogId log, long from, long to, int maxBytes);
}
