// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.SignedHead;

/**
 * Heads of the logs that changed since a cursor, in order of arrival.
 *
 * @param cursor where the asker stands once it holds what these heads name
 * @param lost the asked cursor means nothing here: reconcile first; {@code heads} is empty
 */
public record CursorPage(CircleId circle, Cursor cursor, boolean lost, boolean last, List<SignedHead> heads)
        implements Frame {
    public CursorPage {
        heads = List.copyOf(heads);
    }
}
