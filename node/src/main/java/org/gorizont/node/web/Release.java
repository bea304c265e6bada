// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.Form;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.publishing.UnfitContent;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.Hash;

/** Lets drafts of the desk out into the network: all under one signed head, or none; and notes who did it. */
record Release(Desk desk, OwnRecords own, Site site) {
    /** Why nothing was published, as the key of a phrase; empty when all is, and shows on the next page. */
    Optional<String> publish(Context context, List<Sheet> sheets) throws IOException, InterruptedException {
        try {
            List<Draft> drafts = new ArrayList<>();
            for (Sheet sheet : sheets) {
                if (!(DeskDraft.filled(sheet) instanceof Form.Filling.Fit(Card card))) {
                    return Optional.of("publish.refused.unfit");
                }
                drafts.add(own.publisher().put(card.kind(), sheet.record(), RecordCodec.encode(card)));
            }
            return switch (own.publisher().publish(drafts)) {
                case Outcome.Saved _ -> {
                    published(context, sheets, drafts);
                    yield Optional.empty();
                }
                case Outcome.Refused refused -> Optional.of(Refused.words(refused.refusal()));
                case Outcome other -> throw new IllegalStateException("an answer to another question: " + other);
            };
        } catch (UnfitContent _) {
            return Optional.of("publish.refused.too-large");
        } catch (Publisher.NoAnswer _) {
            return Optional.of("publish.refused.no-answer");
        }
    }

    private void published(Context context, List<Sheet> sheets, List<Draft> drafts)
            throws IOException, InterruptedException {
        Telling telling = new Telling(site.people());
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            desk.remove(sheet.id());
            site.notes()
                    .note(
                            context,
                            "publish." + sheet.kind().code(),
                            sheet.record().toString(),
                            sheet.basedOn().map(Hash::toString).orElse(""),
                            drafts.get(i)
                                    .body()
                                    .map(body -> Hashing.leaf(body.content()).toString())
                                    .orElse(""),
                            true);
            telling.published(context, sheet);
        }
        // So that the next page shows them.
        own.publisher().standing(sheets.getFirst().record());
    }
}
