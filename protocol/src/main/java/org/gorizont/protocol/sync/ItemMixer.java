// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.nio.ByteBuffer;

/**
 * The two keyed functions of an item: where its walk over the symbols begins, and its checksum.
 *
 * <p>Cheap and no security boundary: items are themselves keyed hashes, and whoever crafts collisions only makes a
 * decoding fail, after which a fresh key or the whole vector is used. The mixing function is the finaliser of SplitMix64
 * (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
 */
final class ItemMixer {
    /** 2^64 divided by the golden ratio, made odd: the step between two states of SplitMix64. */
    static final long STEP = 0x9E3779B97F4A7C15L;

    private final long walkKey;
    private final long checkKey;

    ItemMixer(ItemKey key) {
        ByteBuffer buffer = key.bytes().asBuffer();
        walkKey = buffer.getLong();
        checkKey = buffer.getLong();
    }

    IndexWalk walk(long item) {
        return new IndexWalk(mix(item ^ walkKey));
    }

    int check(long item) {
        return (int) (mix(item ^ checkKey) >>> 32);
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
