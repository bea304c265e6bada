// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.Vocabulary;
import org.gorizont.protocol.model.Kind;

/** What a table can hold. */
public enum RowKind {
    PRACTICES(Kinds.PRACTICE, PracticeRows::new),
    RESOURCES(Kinds.RESOURCE, ResourceRows::new),
    AVAILABILITY(Kinds.AVAILABILITY, AvailabilityRows::new);

    private final Kind kind;
    private final Supplier<RowMaker> makers;

    RowKind(Kind kind, Supplier<RowMaker> makers) {
        this.kind = kind;
        this.makers = makers;
    }

    public Kind kind() {
        return kind;
    }

    /** As it stands in addresses and commands. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RowKind> of(String code) {
        return List.of(values()).stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }

    /** Names of the columns with how else they may be called. */
    public List<Column> columns() {
        return makers.get().columns();
    }

    /** Port: makes the reader of a table, telling the header what its columns are called. */
    public interface Opener {
        RowReader open(Header header) throws UnreadableTable;
    }

    /**
     * Reads all rows; problems and items come in the order of the table, then those that need the whole of it.
     *
     * @param words the vocabulary of a name, as in {@link Vocabulary}
     * @return how many rows there were
     */
    public long read(
            Opener table, Function<String, Vocabulary> words, Consumer<RowProblem> problems, Consumer<Item> taker)
            throws UnreadableTable {
        RowMaker maker = makers.get();
        Header header = new Header(maker.columns());
        long rows = 0;
        RowReader reader = table.open(header);
        for (Optional<Row> row = reader.next(problems); row.isPresent(); row = reader.next(problems)) {
            maker.row(new Cells(row.get(), header, words, problems), taker);
            rows++;
        }
        maker.end(problems, taker);
        return rows;
    }
}
