// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column family: rows of one kind. Keys are big endian, so that their order is the natural one. */
enum Family {
    /** Name → schema version, epoch, turn, next log number, slots. RocksDB itself demands this name. */
    META("default"),
    /** Log key (72) → number (4), then the state if there is one. */
    LOGS("logs"),
    /** Log number (4), seq (8) → exact header bytes. */
    HEADERS("headers"),
    /** Log number (4), seq (8) → salt (32), content. Apart from headers, because bodies can go alone. */
    BODIES("bodies"),
    /** Log number (4), seq (8) → nothing: a body that is promised, not here, and not dropped. */
    MISSING("missing"),
    /** Log number (4), record (16), how far its seq is below the highest one (8) → nothing: an entry of that record. */
    VERSIONS("versions"),

    /** Log number (4), seq (8) → nothing: an entry with the verb ERASE. */
    ERASURES("erasures"),

    /** Log number (4), seq (8) → nothing: a body that was erased, and may still be read in a file. */
    ERASED("erased"),

    /** Log number (4), level (1), index (8) → hashes. */
    TILES("tiles"),
    /** Arrival number (8) → log key (72), from (8), to (8). */
    ARRIVALS("arrivals"),
    /** School (32) → identity chain. */
    CHAINS("chains"),
    /** Circle (32) → exact charter. */
    CHARTERS("charters"),
    /** Circle (32), peer (32) → arrival (8), epoch. */
    CURSORS("cursors"),
    /** Log number (4), holder (32) → hash of the receipt (32). */
    RECEIPT_LINES("receipt-lines"),
    /** Hash (32) → signature, exact receipt: one copy, however many logs it speaks of. */
    RECEIPTS("receipts"),
    /** Hash of a receipt (32), log number (4) → nothing: a line that still counts. */
    RECEIPT_USES("receipt-uses"),
    /** School (32) → signature, exact address record. */
    ADDRESSES("addresses"),
    /** Log key (72), index (8) → fork proof. */
    FORKS("forks"),
    /** LOCAL: never leaves this node, in no bundle. Circle, secret → open invitation. */
    INVITATIONS("local-invitations"),
    /** LOCAL. Circle (32) → a join under way. */
    JOININGS("local-joinings");

    private final String rocksName;

    Family(String rocksName) {
        this.rocksName = rocksName;
    }

    byte[] rocksName() {
        return rocksName.getBytes(StandardCharsets.US_ASCII);
    }

    /** The family of this name, or null for one that this version does not know. */
    static @Nullable Family named(byte[] rocksName) {
        for (Family family : values()) {
            if (Arrays.equals(family.rocksName(), rocksName)) {
                return family;
            }
        }
        return null;
    }
}
