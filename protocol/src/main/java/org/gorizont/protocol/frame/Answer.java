// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.Bytes;

/** Part of an answer to a query. */
public record Answer(Bytes id, List<Hit> hits, boolean last) implements Frame {
    public Answer {
        hits = List.copyOf(hits);
    }
}
