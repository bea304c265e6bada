// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** Held entries as others can verify them. Reads may block and fail as those of the store do. */
public final class StoredEntries {
    private StoredEntries() {}

    /**
     * Entries from {@code from} on, below {@code to} and below the head, as many as one frame carries, with the proof that
     * they belong under the head. None if {@code from} is not below both.
     *
     * @param head of which every entry is held
     */
    public static Entries frame(LogStore store, SignedHead head, long from, long to) {
        LogId log = head.log();
        long limit = Math.min(to, Math.min(head.size(), from + Limits.ENTRIES_IN_FRAME));
        List<Entry> entries = from >= limit ? List.of() : store.entries(log, from, limit, Limits.ANSWER_BYTES);
        long end = from + entries.size();
        Optional<Consistency> proof = entries.isEmpty() || end == head.size()
                ? Optional.empty()
                : Optional.of(Proofs.consistency(end, head.size(), StoredTree.of(log, store)));
        return new Entries(log, from, entries, head, proof, List.of());
    }
}
