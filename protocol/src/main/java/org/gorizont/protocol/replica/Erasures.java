// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** How many entries of a log erase something; counts on from where it has counted to. */
final class Erasures {
    private static final int AT_ONCE = 1_000;

    private final LogStore store;
    private final Map<LogId, Count> counts = new TreeMap<>();
    private long cuts;

    private record Count(long floor, long size, long erased) {
        Count(long floor) {
            this(floor, floor, 0);
        }
    }

    Erasures(LogStore store) {
        this.store = store;
        this.cuts = store.cuts();
    }

    /** Those up to a head; none in CONTROL, where nothing is erased. */
    long below(SignedHead head) {
        if (head.log().channel().equals(Channel.CONTROL)) {
            return 0;
        }
        if (store.cuts() != cuts) {
            cuts = store.cuts();
            counts.clear();
        }
        long floor = store.log(head.log()).map(LogState::floor).orElse(0L);
        Count none = new Count(floor);
        Count known = counts.getOrDefault(head.log(), none);
        Count from = known.size <= head.size() && known.floor == floor ? known : none;
        long erased = from.erased + count(head.log(), from.size, head.size());
        counts.put(head.log(), new Count(floor, head.size(), erased));
        return erased;
    }

    private long count(LogId log, long from, long to) {
        long count = 0;
        long next = from;
        List<Long> seqs;
        do {
            seqs = store.erasures(log, next, AT_ONCE);
            count += seqs.stream().filter(seq -> seq < to).count();
            next = seqs.isEmpty() ? to : seqs.getLast() + 1;
        } while (seqs.size() == AT_ONCE && next < to);
        return count;
    }
}
