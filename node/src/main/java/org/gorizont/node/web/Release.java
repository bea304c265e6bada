// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.Form;
import org.gorizont.node.desk.Sheet;
import org.gorizont.protocol.model.Hash;

/** Lets drafts of the desk out into the network, takes them off the desk, and notes who did it. */
record Release(Desk desk, OwnRecords own, Site site) {
    /** Why not everything was published, as the key of a phrase; empty when all is, and shows on the next page. */
    Optional<String> publish(Context context, List<Sheet> sheets) throws IOException, InterruptedException {
        if (sheets.stream().anyMatch(sheet -> DeskDraft.filled(sheet) instanceof Form.Filling.Unfit)) {
            return Optional.of("publish.refused.unfit");
        }
        Publication.Result result = new Publication(own.publisher(), site.status()).publish(sheets);
        for (Publication.Done done : result.done()) {
            published(context, done);
        }
        // So that the next page shows them.
        own.publisher().standing(sheets.getFirst().record());
        return result.refused();
    }

    private void published(Context context, Publication.Done done) throws IOException {
        Sheet sheet = done.sheet();
        desk.remove(sheet.id());
        site.notes()
                .note(
                        context,
                        "publish." + sheet.kind().code(),
                        sheet.record().toString(),
                        sheet.basedOn().map(Hash::toString).orElse(""),
                        done.after(),
                        true);
        new Telling(site.people()).published(context, sheet);
    }
}
