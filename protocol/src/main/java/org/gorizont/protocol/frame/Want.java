// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.LogId;

/**
 * Asks for entries [from, to) of a log, or, with from = to, for the bodies at single seqs.
 *
 * @param gap how many entries before {@code from} the asker lacks and does not want, since it begins at the floor; else 0
 * @param sparing whether the bodies of entries that were stated again may be left out
 */
public record Want(LogId log, long from, long to, List<Long> bodies, long gap, boolean sparing) implements Frame {
    public Want {
        bodies = List.copyOf(bodies);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no range: " + from + ", " + to);
        }
        if (gap < 0 || gap > from) {
            throw new IllegalArgumentException("no gap before " + from + ": " + gap);
        }
    }

    /** Asks for a range by somebody who holds everything before it. */
    public static Want range(LogId log, long from, long to) {
        return new Want(log, from, to, List.of(), 0, true);
    }

    /** Asks for a range by somebody who holds the first {@code held} entries and wants nothing between. */
    public static Want behindGap(LogId log, long held, long from, long to) {
        return new Want(log, from, to, List.of(), from - held, false);
    }

    public static Want bodies(LogId log, List<Long> seqs) {
        return new Want(log, 0, 0, seqs, 0, false);
    }
}
