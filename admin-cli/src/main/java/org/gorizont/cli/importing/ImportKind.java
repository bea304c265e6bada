// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.util.List;
import java.util.function.Supplier;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Kind;

/** What a file can hold. */
public enum ImportKind {
    PRACTICES(Kinds.PRACTICE, PracticeRows::new),
    RESOURCES(Kinds.RESOURCE, ResourceRows::new),
    AVAILABILITY(Kinds.AVAILABILITY, AvailabilityRows::new);

    private final Kind kind;
    private final Supplier<RowMaker> makers;

    ImportKind(Kind kind, Supplier<RowMaker> makers) {
        this.kind = kind;
        this.makers = makers;
    }

    Kind kind() {
        return kind;
    }

    Supplier<RowMaker> makers() {
        return makers;
    }

    /** Names of the columns with how else they may be called, for help. */
    public List<Column> columns() {
        return makers.get().columns();
    }
}
