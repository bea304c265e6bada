// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

/**
 * Bytes that cannot be read; the message says which field, and what is wrong with it, in English for a log file. It
 * repeats no text from the bytes. Without a stack trace: foreign bytes must not make work.
 */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    public Malformed(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /** Never null, unlike that of exceptions in general. */
    @Override
    public String getMessage() {
        return problem;
    }
}
