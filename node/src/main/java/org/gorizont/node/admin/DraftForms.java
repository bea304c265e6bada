// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.Optional;
import org.gorizont.node.local.KeptDraft;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.DraftState;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;

/** Drafts as messages: what is meant, in the words of its owner. */
record DraftForms(SchoolId self, Catalogue catalogue) {
    DraftState of(LocalDrafts.Brief brief) {
        DraftState.Builder state = DraftState.newBuilder()
                .setNumber(brief.number())
                .setKeptAt(Forms.of(brief.keptAt()))
                .setRefused(brief.why().name())
                .setRecords(brief.size());
        brief.first().forEach(item -> state.addFirst(item(item, brief.place())));
        return state.build();
    }

    private AdminWire.DraftItem item(KeptDraft.Item item, LocalDrafts.Place place) {
        Draft draft = item.draft();
        return AdminWire.DraftItem.newBuilder()
                .setKind(draft.kind().type())
                .setRecord(Forms.of(draft.record().bytes()))
                .setVerb(verb(draft.verb()))
                .setTitle(card(draft, place).map(this::title).orElse(""))
                .build();
    }

    /** A withdrawal has no words of its own: it is called as what it withdraws. */
    private Optional<Card> card(Draft draft, LocalDrafts.Place place) {
        return draft.body()
                .map(body -> read(draft, body))
                .orElseGet(() -> catalogue.card(new RecordKey(self, place.channel(), place.scope(), draft.record())));
    }

    private static Optional<Card> read(Draft draft, Body body) {
        return RecordCodec.decode(draft.kind(), body.content()) instanceof Reading.Read(var card)
                ? Optional.of(card)
                : Optional.empty();
    }

    private String title(Card card) {
        return switch (card) {
            case PracticeCard practice -> practice.title();
            case ResourceCard resource -> resource.title();
            case SchoolCard _, CentreCard _ -> "";
            case AvailabilityCard availability ->
                catalogue
                        .resource(self, availability.resource())
                        .flatMap(listed -> listed.card())
                        .map(ResourceCard::title)
                        .orElse("");
        };
    }

    private static RecordDraft.Verb verb(Verb verb) {
        return switch (verb) {
            case PUT -> RecordDraft.Verb.VERB_PUT;
            case REPLACE -> RecordDraft.Verb.VERB_REPLACE;
            case WITHDRAW -> RecordDraft.Verb.VERB_WITHDRAW;
            case ERASE -> RecordDraft.Verb.VERB_UNSPECIFIED;
        };
    }
}
