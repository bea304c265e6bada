// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Deed;
import org.gorizont.node.accounts.History;
import org.gorizont.node.accounts.People;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.drafting.DeskImport;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.rows.Item;
import org.gorizont.protocol.wire.v1.AdminWire.PutOnDeskAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.PutOnDeskRequest;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;

/** Puts cards on the desk, offered to whoever publishes them. Nobody is their author. */
final class DeskCall {
    private static final String NOBODY = "";

    private final DeskImport imports;
    private final People people;

    DeskCall(AdminParts parts) {
        this.imports = new DeskImport(parts.desk(), parts.beginnings());
        this.people = parts.people();
    }

    PutOnDeskAnswer put(PutOnDeskRequest request) throws BadRequest, InterruptedException {
        if (request.getDraftsCount() == 0 || request.getDraftsCount() > Limits.BATCH_ENTRIES) {
            throw new BadRequest("drafts: " + request.getDraftsCount() + ", not 1 to " + Limits.BATCH_ENTRIES);
        }
        List<Item> items = new ArrayList<>();
        for (RecordDraft draft : request.getDraftsList()) {
            items.add(new Item(Forms.record(draft.getRecord()), card(draft), 0, Optional.empty()));
        }
        try {
            DeskImport.Placed placed = imports.place(items, NOBODY, Sheet.State.OFFERED);
            people.history()
                    .note(
                            new History.Act(NOBODY, Deed.COMMAND, "", "import.drafts", String.valueOf(placed.placed())),
                            "",
                            "",
                            placed.stopped().isEmpty());
            return PutOnDeskAnswer.newBuilder()
                    .setPlaced(placed.placed())
                    .setSame(placed.same())
                    .setStopped(placed.stopped().map(Enum::name).orElse(""))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Card card(RecordDraft draft) throws BadRequest {
        try {
            Kind kind = new Kind(draft.getKind(), draft.getKindMajor(), draft.getKindMinor());
            if (FormKind.of(kind).isPresent()
                    && draft.getBody().size() <= Limits.BODY_BYTES
                    && RecordCodec.decode(kind, Forms.bytes(draft.getBody())) instanceof Reading.Read(Card card)) {
                return card;
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequest("kind: " + e.getMessage());
        }
        throw new BadRequest("body: no card that has a form");
    }
}
