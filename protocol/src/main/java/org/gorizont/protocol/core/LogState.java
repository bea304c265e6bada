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
 * @param beginning what is not here because it does not matter any more
 */
public record LogState(
        LogId log,
        CompactRange range,
        Optional<SignedHead> head,
        Optional<SignedHead> witnessed,
        Optional<Long> forkedAt,
        long arrival,
        Beginning beginning) {
    /** The state of a log that is held from its first entry on. */
    public LogState(
            LogId log,
            CompactRange range,
            Optional<SignedHead> head,
            Optional<SignedHead> witnessed,
            Optional<Long> forkedAt,
            long arrival) {
        this(log, range, head, witnessed, forkedAt, arrival, Beginning.WHOLE);
    }

    public static LogState empty(LogId log) {
        return new LogState(log, CompactRange.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** The seq after the last entry held: seqs [floor, held) are here, some perhaps without body. */
    public long held() {
        return range.size();
    }

    /** Seq of the first entry that is here. */
    public long floor() {
        return beginning.floor();
    }

    /** Entries that exist, as far as a verified head says. */
    public long known() {
        return witnessed.map(SignedHead::size).orElse(0L) > held()
                ? witnessed.orElseThrow().size()
                : held();
    }

    public LogState witnessing(SignedHead more) {
        return new LogState(log, range, head, Optional.of(more), forkedAt, arrival, beginning);
    }

    public LogState forked(long index) {
        return new LogState(log, range, head, witnessed, Optional.of(index), arrival, beginning);
    }

    public LogState arrived(long number) {
        return new LogState(log, range, head, witnessed, forkedAt, number, beginning);
    }
}
