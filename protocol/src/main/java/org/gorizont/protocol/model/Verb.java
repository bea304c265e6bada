// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** What an entry does to its record. */
public enum Verb {
    /** States a record for the first time, or again as a re-put. */
    PUT,
    /** Takes the place of the record's earlier body. */
    REPLACE,
    /** Takes the record back: it has no body any more; earlier bodies go, but for those kept as history. */
    WITHDRAW,
    /** As {@link #WITHDRAW}, and every holder must drop earlier bodies and salts. */
    ERASE;

    /** Whether an entry with this verb carries a body. */
    public boolean hasBody() {
        return this == PUT || this == REPLACE;
    }
}
