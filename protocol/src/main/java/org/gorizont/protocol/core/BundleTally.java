// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of what a bundle brought. */
public record BundleTally(SortedMap<What, Long> counts) {
    /** Nothing yet. */
    public static final BundleTally NONE = new BundleTally(Collections.emptySortedMap());

    /** What is counted. */
    public enum What {
        /** Entries that are held from now on. */
        NEW,
        /** Entries that were held already. */
        KNOWN,
        /** Entries before which others are missing: an earlier bundle brings them. */
        EARLY,
        /** Entries of logs of no circle of ours. */
        FOREIGN,
        /** Entries beyond the end of a log: it was sealed, broke a limit, or two versions part before. */
        STOPPED,
        /** Entries that contradict what is held, and do not show where. */
        CONTRADICTING,
        /** Bodies of entries that were held without them. */
        BODIES,
        /** Logs that are known from now on to have two versions. */
        FORKS,
        /** Receipts that said more than was known. */
        RECEIPTS,
        /** Frames with a false signature or proof, or that break another rule. */
        REFUSED,
        /** Frames of types that bundles do not carry, or that this version does not know. */
        IGNORED
    }

    public BundleTally {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public static BundleTally of(What what, long count) {
        return NONE.plus(what, count);
    }

    public BundleTally plus(What what, long count) {
        if (count == 0) {
            return this;
        }
        SortedMap<What, Long> sum = new TreeMap<>(counts);
        sum.merge(what, count, Long::sum);
        return new BundleTally(sum);
    }

    public BundleTally plus(BundleTally other) {
        BundleTally sum = this;
        for (var count : other.counts.entrySet()) {
            sum = sum.plus(count.getKey(), count.getValue());
        }
        return sum;
    }

    public long get(What what) {
        return counts.getOrDefault(what, 0L);
    }
}
