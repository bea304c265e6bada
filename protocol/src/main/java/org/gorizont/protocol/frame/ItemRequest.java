// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;

/** Asks for the heads behind these items; they come as a head notice. */
public record ItemRequest(CircleId circle, Bytes key, List<Long> items) implements Frame {
    public ItemRequest {
        items = List.copyOf(items);
    }
}
