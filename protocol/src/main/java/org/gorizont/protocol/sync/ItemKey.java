// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.nio.ByteBuffer;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.LogId;

/**
 * Under which logs and heads become items, and items are spread over symbols; 16 bytes.
 *
 * <p>The key of a circle is known to everybody, so that one set of symbols serves all peers; a liar may therefore search
 * for heads with equal items. A fresh key takes that away: audits and repetitions after a failure use one.
 */
public record ItemKey(Bytes bytes) {
    public static final int SIZE = 16;

    public ItemKey {
        if (bytes.size() != SIZE) {
            throw new IllegalArgumentException("item key has " + bytes.size() + " bytes, not " + SIZE);
        }
    }

    public static ItemKey ofCircle(CircleId circle) {
        Hash hash = Hashing.tagged("gorizont/items/1", circle.hash().bytes());
        return new ItemKey(hash.bytes().slice(0, SIZE));
    }

    /**
     * A key for one exchange.
     *
     * @param random 16 bytes that nobody could foresee
     */
    public static ItemKey fresh(Bytes random) {
        return new ItemKey(random);
    }

    /** The item of a log at this head. */
    public long item(Head head) {
        return item(head.log(), head.size(), head.root(), head.floor());
    }

    /** The first eight bytes of SHA-256(tag, key, log key, size, root, floor). */
    public long item(LogId log, long size, Hash root, long floor) {
        return Hashing.tagged("gorizont/item/1", bytes, log.key(), number(size), root.bytes(), number(floor))
                .bytes()
                .toLong();
    }

    private static Bytes number(long value) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }
}
