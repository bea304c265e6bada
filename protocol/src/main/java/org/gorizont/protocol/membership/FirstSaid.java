// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one log says: the first so many different things, each at its lowest seq. Which these are does not depend on the order
 * in which they come. For one thread.
 *
 * @param <T> something with equality
 */
final class FirstSaid<T> {
    private final int limit;
    private final Map<T, Long> seqs = new LinkedHashMap<>();

    FirstSaid(int limit) {
        this.limit = limit;
    }

    /** What became of something that was added. */
    enum Added {
        /** It was known at this seq or a lower one, or comes too late to count. */
        NOTHING,
        NEWS,
        /** It is news, and something else does not count any more. */
        DISPLACED
    }

    Added add(long seq, T said) {
        Long known = seqs.get(said);
        if (known != null && known <= seq) {
            return Added.NOTHING;
        }
        seqs.put(said, seq);
        if (seqs.size() <= limit) {
            return Added.NEWS;
        }
        T last = Collections.max(seqs.entrySet(), Map.Entry.comparingByValue()).getKey();
        seqs.remove(last);
        return last.equals(said) ? Added.NOTHING : Added.DISPLACED;
    }

    /** What was said from {@code from} on was not said; tells whether there was any. */
    boolean forget(long from) {
        return seqs.values().removeIf(seq -> seq >= from);
    }

    /** Everything with its seq, in the order of its coming. */
    Map<T, Long> all() {
        return Collections.unmodifiableMap(seqs);
    }

    Optional<Long> seq(T said) {
        return Optional.ofNullable(seqs.get(said));
    }
}
