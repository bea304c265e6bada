// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.Bytes;

/** A search that travels to other circles. */
public record Query(Bytes id, String text, List<String> kinds, int hops, int budgetMillis, int limit) implements Frame {
    public Query {
        kinds = List.copyOf(kinds);
    }
}
