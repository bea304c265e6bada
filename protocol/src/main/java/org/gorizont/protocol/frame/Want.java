// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.LogId;

/** Asks for entries [from, to) of a log, or, with from = to, for the bodies at single seqs. */
public record Want(LogId log, long from, long to, List<Long> bodies) implements Frame {
    public Want {
        bodies = List.copyOf(bodies);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no range: " + from + ", " + to);
        }
    }

    public static Want range(LogId log, long from, long to) {
        return new Want(log, from, to, List.of());
    }

    public static Want bodies(LogId log, List<Long> seqs) {
        return new Want(log, 0, 0, seqs);
    }
}
