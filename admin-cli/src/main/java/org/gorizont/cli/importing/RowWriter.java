// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.text.Json;
import org.gorizont.cli.text.Words;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.rows.Item;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.rows.RowProblem;
import org.gorizont.protocol.rows.UnreadableTable;

/** Writes records as rows of JSON Lines, the way back of {@link Import}: read again, they are the same records. */
public final class RowWriter {
    private final RowKind kind;

    public RowWriter(RowKind kind) {
        this.kind = kind;
    }

    /**
     * The rows of one record.
     *
     * @param body exact bytes of the card
     * @return empty when an import of them would not make exactly this record: other programs may publish what a row
     *     cannot say
     */
    public List<String> rows(RecordId record, Card card, Bytes body) {
        List<String> rows =
                CardCells.of(record, card).stream().map(Json::compact).toList();
        return !rows.isEmpty() && readsAs(record, body, rows) ? rows : List.of();
    }

    private boolean readsAs(RecordId record, Bytes body, List<String> rows) {
        List<RowProblem> problems = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new StringReader(String.join("\n", rows)));
        try {
            kind.read(header -> new JsonRows(lines, header), Words::vocabulary, problems::add, items::add);
        } catch (UnreadableTable e) {
            throw new IllegalStateException("lines of JSON have no first line", e);
        }
        return problems.isEmpty()
                && items.size() == 1
                && items.getFirst().record().equals(record)
                && RecordCodec.encode(items.getFirst().card()).equals(body);
    }
}
