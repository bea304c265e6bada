// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.nio.ByteBuffer;
import java.util.List;
import org.gorizont.node.readmodel.EntrySource;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;

/** What read models follow: the durable part of the store. */
record StoreSource(LogStore store) implements EntrySource {
    /** Another one as soon as entries were taken away: what was read of them must go, so the models are built anew. */
    @Override
    public Bytes epoch() {
        long cuts = store.cuts();
        return cuts == 0
                ? store.epoch()
                : Hashing.tagged(
                                "gorizont/models",
                                store.epoch(),
                                Bytes.wrap(ByteBuffer.allocate(Long.BYTES)
                                        .putLong(cuts)
                                        .array()))
                        .bytes()
                        .slice(0, store.epoch().size());
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
    public long floor(LogId log) {
        return store.log(log).map(LogState::floor).orElse(0L);
    }

    @Override
    public List<Entry> entries(LogId log, long from, long to, int maxBytes) {
        return store.entries(log, from, to, maxBytes);
    }
}
