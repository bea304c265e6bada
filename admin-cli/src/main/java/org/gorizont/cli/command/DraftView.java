// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.Locale;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Moments;
import org.gorizont.protocol.wire.v1.AdminWire.DraftItem;
import org.gorizont.protocol.wire.v1.AdminWire.DraftState;
import org.jspecify.annotations.Nullable;

/**
 * A draft in JSON.
 *
 * @param refused why it was not published: name of a constant of core.Refusal
 * @param records how many it holds
 * @param first at most three of them
 * @param overtaken the own log says something newer; {@code status} does not look
 */
record DraftView(
        int number,
        @Nullable String keptAt,
        String refused,
        int records,
        List<Item> first,
        boolean overtaken,
        boolean damaged) {
    /** One record of a draft. */
    record Item(String kind, String record, String verb, String title) {}

    static DraftView of(DraftState draft) {
        return new DraftView(
                draft.getNumber(),
                Moments.iso(draft.getKeptAt()),
                draft.getRefused(),
                draft.getRecords(),
                draft.getFirstList().stream().map(DraftView::item).toList(),
                draft.getOvertaken(),
                draft.getDamaged());
    }

    private static Item item(DraftItem item) {
        String verb = item.getVerb().name().replace("VERB_", "").toLowerCase(Locale.ROOT);
        return new Item(item.getKind(), Ids.hex(item.getRecord()), verb, item.getTitle());
    }
}
