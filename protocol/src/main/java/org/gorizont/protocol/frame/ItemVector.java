// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;

/** The whole set, eight bytes an item: what coded symbols fall back to. */
public record ItemVector(CircleId circle, Bytes key, Cursor cursor, boolean last, List<Long> items) implements Frame {
    public ItemVector {
        items = List.copyOf(items);
    }
}
