// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.List;

/** A table of which the rest cannot be read. Carries the parts of a message, so that it can be said in any language. */
public final class UnreadableTable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Object> values;

    UnreadableTable(Reason reason, Object... values) {
        super(reason + " " + List.of(values));
        this.reason = reason;
        this.values = List.of(values);
    }

    /** Why; the comment says which values go along. */
    public enum Reason {
        /** There is no line in it. */
        EMPTY,
        /** A column that no row can do without is missing: its name. */
        HEADER,
        /** A column that is not known: its name. */
        COLUMN,
        /** A column that stands there twice: its name. */
        TWICE,
        /** A quote that is never closed: line and column where it opens. */
        OPEN_QUOTE,
        /** Something between a closing quote and the next separator: line and column. */
        AFTER_QUOTE,
        /** A cell or row that is longer than one may be: line and column. */
        TOO_LONG
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> values() {
        return values;
    }
}
