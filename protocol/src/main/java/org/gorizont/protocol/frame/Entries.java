// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/**
 * Entries [start, start + n) of a log under a signed head.
 *
 * @param proof from the end of these entries to the head; present exactly when they do not meet
 * @param base compact range at {@code start} for a newcomer that begins at the floor, else empty
 */
public record Entries(
        LogId log, long start, List<Entry> entries, SignedHead head, Optional<Consistency> proof, List<Hash> base)
        implements Frame {
    public Entries {
        entries = List.copyOf(entries);
        base = List.copyOf(base);
        if (start < 0) {
            throw new IllegalArgumentException("negative start " + start);
        }
    }

    /** First seq after these entries. */
    public long end() {
        return start + entries.size();
    }
}
