// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

/** How long a text may be, in code points after Unicode NFC, and whether it may have several lines. */
public enum TextLimit {
    /** A code of a vocabulary, or a word that is in none. */
    CODE(64, false),
    /** A title, a name, a comment. */
    LINE(200, false),
    /** A description. */
    DESCRIPTION(2_000, true),
    /** The steps of a practice, in Markdown. */
    ARTICLE(16_000, true);

    private final int codePoints;
    private final boolean severalLines;

    TextLimit(int codePoints, boolean severalLines) {
        this.codePoints = codePoints;
        this.severalLines = severalLines;
    }

    public int codePoints() {
        return codePoints;
    }

    public boolean severalLines() {
        return severalLines;
    }
}
