// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.util.Optional;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/**
 * What is held of one log. Immutable, so that simulated replicas can share it.
 *
 * @param range compact range over the entries held; its size is how many are held
 * @param head newest signed head of which every entry is held; what this replica tells others
 * @param witnessed newest verified head, when it lies beyond what is held; of an own log also one that what
 *     is held contradicts
 * @param forkedAt least index at which two versions of the log are proven
 * @param arrival number under which the log last changed here
 */
public record LogState(
        LogId log,
        CompactRange range,
        Optional<SignedHead> head,
        Optional<SignedHead> witnessed,
        Optional<Long> forkedAt,
        long arrival) {
    public static LogState empty(LogId log) {
        return new LogState(log, CompactRange.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** Number of entries held: seqs [0, held) are here, some perhaps without body. */
    public long held() {
        return range.size();
    }

    /** Entries that exist, as far as a verified head says. */
    public long known() {
        return witnessed.map(SignedHead::size).orElse(0L) > held()
                ? witnessed.orElseThrow().size()
                : held();
    }
}
