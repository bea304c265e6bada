// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;

/**
 * Asks for coded symbols [start, start + count) of the set of (log, head) in a circle, or for the whole item vector.
 *
 * @param key empty for the key of the circle, else 16 fresh bytes
 */
public record SymbolRequest(CircleId circle, Bytes key, long start, int count, boolean whole) implements Frame {
    public static final int KEY_SIZE = 16;

    public SymbolRequest {
        if (!key.isEmpty() && key.size() != KEY_SIZE) {
            throw new IllegalArgumentException("item key has " + key.size() + " bytes");
        }
        if (start < 0 || count < 0) {
            throw new IllegalArgumentException("negative symbol range " + start + ", " + count);
        }
    }
}
