// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

/** What is typed in a field is not even of its type. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String what;

    Unreadable(String field, String what) {
        super(what);
        this.field = field;
        this.what = what;
    }

    FieldProblem problem() {
        return new FieldProblem(field, what, 0);
    }
}
