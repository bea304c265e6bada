// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

/** A field of a record that breaks its rule. Carries the parts of a message, so that it can be said in any language. */
public final class UnfitField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final Problem problem;
    private final long limit;

    UnfitField(String field, Problem problem, long limit) {
        super(field + ": " + problem + (limit == 0 ? "" : ", limit " + limit));
        this.field = field;
        this.problem = problem;
        this.limit = limit;
    }

    /** Name of the field as in records.proto, in lower camel case. */
    public String field() {
        return field;
    }

    public Problem problem() {
        return problem;
    }

    /** The limit that was passed, 0 when the problem has none. */
    public long limit() {
        return limit;
    }

    /** What is wrong with a field. */
    public enum Problem {
        /** The record cannot do without it. */
        MISSING,
        /** More code points than its limit. */
        TOO_LONG,
        /** Not in Unicode normalisation form C. */
        NOT_NORMALISED,
        /** A control character, a line break in a single line, or half of a surrogate pair. */
        CONTROL_CHARACTER,
        /** A character that turns the direction of the text around it. */
        DIRECTION_OVERRIDE,
        /** More combining marks on one letter than any script needs. */
        TOO_MANY_MARKS,
        /** A number or date below or above its bounds. */
        OUT_OF_RANGE,
        /** More elements than the limit. */
        TOO_MANY,
        /** The same element twice. */
        DUPLICATE,
        /** An end before its start, or elements out of their order. */
        OUT_OF_ORDER,
        /** Two fields that exclude each other. */
        CONTRADICTION,
        /** Not the name of a time zone by its form. */
        NOT_A_ZONE
    }
}
