// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** Where a re-put record stood first. Folds order records, and resolve references, by origin. */
public record Origin(int incarnation, long seq, Hash hash) {
    public Origin {
        Checks.notNegative("incarnation", incarnation);
        Checks.notNegative("seq", seq);
    }
}
