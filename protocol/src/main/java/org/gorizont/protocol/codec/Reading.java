// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import org.gorizont.protocol.domain.Card;

/** What the bytes of a body are to this version. The same bytes give the same reading at every node. */
public sealed interface Reading {
    record Read(Card card) implements Reading {}

    /** Signed and meaningless: kept and forwarded, without effect. */
    record Void(String reason) implements Reading {}

    /** A newer kind, or a newer value in a known one: kept, forwarded, shown as "needs a newer version". */
    record Unread() implements Reading {}
}
