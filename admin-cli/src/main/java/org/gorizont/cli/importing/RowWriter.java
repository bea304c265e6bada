// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.cli.text.Json;
import org.gorizont.cli.text.Messages;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.RecordId;

/** Writes records as rows of JSON Lines, the way back of {@link Import}: read again, they are the same records. */
public final class RowWriter {
    private final ImportKind kind;
    private final Messages messages;

    public RowWriter(ImportKind kind, Messages messages) {
        this.kind = kind;
        this.messages = messages;
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
        RowMaker maker = kind.makers().get();
        Header header = new Header(maker.columns());
        try (RowReader reader = new JsonRows(new BufferedReader(new StringReader(String.join("\n", rows))), header)) {
            for (Optional<Row> row = reader.next(problems::add); row.isPresent(); row = reader.next(problems::add)) {
                maker.row(new Cells(row.get(), header, messages, problems::add), items::add);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot be read", e);
        }
        maker.end(problems::add, items::add);
        return problems.isEmpty()
                && items.size() == 1
                && items.getFirst().record().equals(record)
                && RecordCodec.encode(items.getFirst().card()).equals(body);
    }
}
