// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.protocol.model.Bytes;

/** Sets of items for tests. */
final class ItemSets {
    static final ItemKey KEY = ItemKey.fresh(Bytes.ofHex("000102030405060708090a0b0c0d0e0f"));

    private ItemSets() {}

    static List<Long> random(SplittableRandom random, int count) {
        List<Long> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(random.nextLong());
        }
        return items;
    }

    static CodedSymbols of(List<Long> items) {
        CodedSymbols symbols = new CodedSymbols(KEY);
        items.forEach(symbols::add);
        return symbols;
    }

    @SafeVarargs
    static CodedSymbols union(List<Long>... parts) {
        CodedSymbols symbols = new CodedSymbols(KEY);
        for (List<Long> part : parts) {
            part.forEach(symbols::add);
        }
        return symbols;
    }

    static List<Long> ascending(List<Long> items) {
        return items.stream().sorted(Long::compareUnsigned).toList();
    }
}
