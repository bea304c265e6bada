// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import org.gorizont.protocol.domain.UnfitField;

/**
 * Why a field cannot be published as it is typed.
 *
 * @param what part of the key of the words for it: a {@link UnfitField.Problem}, or one of the constants here
 * @param limit that was passed, 0 when there is none
 */
public record FieldProblem(String field, String what, long limit) {
    /** No whole number. */
    static final String NOT_A_NUMBER = "NOT_A_NUMBER";
    /** No number of degrees. */
    static final String NOT_DEGREES = "NOT_DEGREES";
    /** One of two fields that go together is empty. */
    static final String HALF = "HALF";

    /** The file of the draft holds what no page has put there. */
    static final String DAMAGED = "DAMAGED";

    static FieldProblem of(UnfitField unfit) {
        return new FieldProblem(unfit.field(), unfit.problem().name(), unfit.limit());
    }
}
