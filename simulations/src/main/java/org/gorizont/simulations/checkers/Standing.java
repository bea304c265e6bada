// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.RecordId;

/** What stands of the records of one log, as a fold says it: of each the newest by origin, if it does not end the record. */
final class Standing {
    private final Map<RecordId, Long> orders = new TreeMap<>();
    private final SortedMap<RecordId, Hash> records = new TreeMap<>();

    /** @param entries by seq */
    static SortedMap<RecordId, Hash> of(SortedMap<Long, Entry> entries) {
        Standing standing = new Standing();
        entries.forEach((seq, entry) -> entry.header().ifPresent(header -> standing.take(seq, header)));
        return standing.records;
    }

    private void take(long seq, Header header) {
        long order = header.origin().map(Origin::seq).orElse(seq);
        if (orders.getOrDefault(header.record(), -1L) > order) {
            return;
        }
        orders.put(header.record(), order);
        Optional<Hash> commitment = header.commitment();
        if (commitment.isPresent()) {
            records.put(header.record(), commitment.get());
        } else {
            records.remove(header.record());
        }
    }
}
