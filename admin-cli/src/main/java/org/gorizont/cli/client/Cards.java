// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.client;

import java.util.Optional;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.OwnRecord;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft.Verb;
import org.gorizont.protocol.wire.v1.AdminWire.RecordView;

/** Cards in and out of the messages of the admin API. */
public final class Cards {
    private Cards() {}

    /** What a record says; empty when it is not here or not readable here. */
    public static Optional<Card> of(RecordView view) {
        if (view.getBody().isEmpty()) {
            return Optional.empty();
        }
        return read(new Kind(view.getKind(), view.getKindMajor(), view.getKindMinor()), Ids.bytes(view.getBody()));
    }

    /** What an own record says; empty when it is withdrawn or not readable here. */
    public static Optional<Card> of(OwnRecord record) {
        return record.getBody().isEmpty()
                ? Optional.empty()
                : read(
                        new Kind(record.getKind(), record.getKindMajor(), record.getKindMinor()),
                        Ids.bytes(record.getBody()));
    }

    private static Optional<Card> read(Kind kind, Bytes body) {
        return RecordCodec.decode(kind, body) instanceof Reading.Read(Card card) ? Optional.of(card) : Optional.empty();
    }

    /** Title of a practice or resource; empty when it is not here. */
    public static String title(RecordView view) {
        return of(view).map(card -> switch (card) {
                    case PracticeCard practice -> practice.title();
                    case ResourceCard resource -> resource.title();
                    default -> "";
                })
                .orElse("");
    }

    public static boolean sample(RecordView view) {
        return of(view).map(Card::sample).orElse(false);
    }

    public static RecordDraft draft(RecordId record, Card card, Verb verb) {
        return draft(record, card.kind(), verb).toBuilder()
                .setBody(Ids.of(RecordCodec.encode(card)))
                .build();
    }

    /** A draft without a body. */
    public static RecordDraft draft(RecordId record, Kind kind, Verb verb) {
        return RecordDraft.newBuilder()
                .setKind(kind.type())
                .setKindMajor(kind.major())
                .setKindMinor(kind.minor())
                .setRecord(Ids.of(record))
                .setVerb(verb)
                .build();
    }
}
