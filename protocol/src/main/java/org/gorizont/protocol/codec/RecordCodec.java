// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;

/**
 * Cards to the bytes of a body and back (docs/protocol.md, "Records"). A body is never encoded again in order to verify
 * anything; decoding is a reading aid, and it never throws for foreign bytes.
 */
public final class RecordCodec {
    private RecordCodec() {}

    /** The body of a new entry; equal cards give equal bytes. */
    public static Bytes encode(Card card) {
        return Bytes.wrap(CardWriter.message(card).toByteArray());
    }

    /** What a body of this kind says. */
    public static Reading decode(Kind kind, Bytes body) {
        return Kinds.understood(kind)
                .map(known -> decodeUnderstood(known, body))
                .orElseGet(Reading.Unread::new);
    }

    private static Reading decodeUnderstood(Kind kind, Bytes body) {
        try {
            return CardReader.card(kind, body).<Reading>map(Reading.Read::new).orElseGet(Reading.Unread::new);
        } catch (Malformed | IllegalArgumentException e) {
            return new Reading.Void(kind + ": " + e.getMessage());
        }
    }
}
