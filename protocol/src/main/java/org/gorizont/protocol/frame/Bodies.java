// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.LogId;

/** Single bodies by seq, and the asked seqs whose body the sender does not have. */
public record Bodies(LogId log, SortedMap<Long, Body> bodies, List<Long> absent) implements Frame {
    public Bodies {
        bodies = new TreeMap<>(bodies);
        absent = List.copyOf(absent);
    }
}
