// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** Reference to an entry of any school; it resolves by hash, or reads "unresolved". */
public record EntryRef(LogId log, long seq, Hash hash) {
    public EntryRef {
        Checks.notNegative("seq", seq);
    }
}
