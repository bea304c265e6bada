// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;

/**
 * Entries that are stated again come without their bodies: whoever holds the entry that is left behind has the body under the
 * same commitment.
 */
final class HeldBodies {
    /** Older entries of a record that are looked at: only the newest ones still have their bodies. */
    private static final int VERSIONS = 16;

    private HeldBodies() {}

    /** These entries with bodies that are held already, or come in the same frame, as far as there are. */
    static List<Entry> fill(LogStore store, LogId log, List<Entry> entries) {
        if (entries.stream().noneMatch(Entry::lacksBody)) {
            return entries;
        }
        Map<Hash, Body> brought = new TreeMap<>();
        entries.forEach(entry -> entry.body().ifPresent(body -> brought.put(Hashing.commitment(body), body)));
        return entries.stream()
                .map(entry -> entry.lacksBody() ? filled(store, log, entry, brought) : entry)
                .toList();
    }

    private static Entry filled(LogStore store, LogId log, Entry entry, Map<Hash, Body> brought) {
        Header header = entry.header().orElseThrow();
        if (header.origin().isEmpty()) {
            return entry;
        }
        return Optional.ofNullable(brought.get(header.commitment().orElseThrow()))
                .or(() -> held(store, log, header))
                .filter(body -> EntryGate.fits(header, body))
                .map(entry::withBody)
                .orElse(entry);
    }

    private static Optional<Body> held(LogStore store, LogId log, Header again) {
        return store.versions(log, again.record(), Long.MAX_VALUE, VERSIONS).stream()
                .flatMap(seq -> store.entry(log, seq).stream())
                .filter(entry -> entry.header().flatMap(Header::commitment).equals(again.commitment()))
                .flatMap(entry -> entry.body().stream())
                .findFirst();
    }
}
