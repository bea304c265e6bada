// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;

/**
 * Coded symbols from {@code start} on.
 *
 * @param setSize items in the sender's set
 * @param cursor where the asker stands once the difference is settled
 * @param packed docs/protocol.md, "Coded symbols"
 */
public record Symbols(CircleId circle, Bytes key, long start, long setSize, Cursor cursor, Bytes packed)
        implements Frame {}
