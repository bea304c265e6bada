// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/**
 * Entries [start, start + n) of a log under a signed head.
 *
 * @param proof from the end of these entries to the head; present exactly when they do not meet
 * @param base compact range at {@code start} for a newcomer that begins at the floor, else empty
 * @param bridge from what the newcomer holds to {@code start}, if it holds anything
 */
public record Entries(
        LogId log,
        long start,
        List<Entry> entries,
        SignedHead head,
        Optional<Consistency> proof,
        List<Hash> base,
        Optional<Consistency> bridge)
        implements Frame {
    public Entries {
        entries = List.copyOf(entries);
        base = List.copyOf(base);
        if (start < 0) {
            throw new IllegalArgumentException("negative start " + start);
        }
    }

    /** Entries for somebody who holds all before them, or nothing. */
    public Entries(
            LogId log, long start, List<Entry> entries, SignedHead head, Optional<Consistency> proof, List<Hash> base) {
        this(log, start, entries, head, proof, base, Optional.empty());
    }

    /** Without the bodies of entries that were stated again, for readers that hold what is before. */
    public Entries spared() {
        List<Entry> spared = entries.stream().map(Entries::spared).toList();
        return new Entries(log, start, spared, head, proof, base, bridge);
    }

    private static Entry spared(Entry entry) {
        return entry.header().flatMap(Header::origin).isPresent() ? entry.withoutBody() : entry;
    }

    /** First seq after these entries. */
    public long end() {
        return start + entries.size();
    }
}
