// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.util.List;
import org.gorizont.node.readmodel.EntrySource;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;

/** What read models follow: the durable part of the store. */
record StoreSource(LogStore store) implements EntrySource {
    @Override
    public Bytes epoch() {
        return store.epoch();
    }

    @Override
    public long lastArrival() {
        return store.lastArrival();
    }

    @Override
    public List<Arrival> arrivals(long after, int limit) {
        return store.arrivals(after, limit);
    }

    @Override
    public List<Entry> entries(LogId log, long from, long to, int maxBytes) {
        return store.entries(log, from, to, maxBytes);
    }
}
