// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

/** School grades {@code from} to {@code to}, both included, 1 to 12. */
public record GradeBand(int from, int to) {
    private static final int LAST_GRADE = 12;

    public GradeBand {
        Fields.range("gradeFrom", from, 1, LAST_GRADE);
        Fields.range("gradeTo", to, 1, LAST_GRADE);
        Fields.inOrder("gradeTo", from <= to);
    }

    public boolean contains(int grade) {
        return from <= grade && grade <= to;
    }
}
