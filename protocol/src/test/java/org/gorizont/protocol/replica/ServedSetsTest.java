// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.sync.CodedSymbols;
import org.gorizont.protocol.sync.ItemKey;
import org.junit.jupiter.api.Test;

final class ServedSetsTest {
    private static final Cursor CURSOR = new Cursor(Bytes.zeros(16), 3);

    private final ServedSets served = new ServedSets();

    @Test
    void laterBatchesComeFromTheSetOfTheFirstOne() {
        CodedSymbols live = set(1_000);
        Bytes whole = live.packed(0, 200);
        served.begin(circle(1), live, CURSOR);

        Bytes first = frozen(1).symbols().packed(0, 20);
        live.add(77);
        Bytes rest = frozen(1).symbols().packed(20, 180);

        assertEquals(whole, first.plus(rest));
        assertEquals(CURSOR, frozen(1).cursor());
    }

    @Test
    void theOldestOfTooManyCirclesIsForgotten() {
        for (int i = 1; i <= 5; i++) {
            served.begin(circle(i), set(10), CURSOR);
        }

        assertTrue(served.symbols(circle(1)).isEmpty());
        assertTrue(served.symbols(circle(5)).isPresent());
    }

    private ServedSets.Frozen frozen(int circle) {
        return served.symbols(circle(circle)).orElseThrow();
    }

    private static CodedSymbols set(int items) {
        CodedSymbols symbols = new CodedSymbols(ItemKey.fresh(Bytes.zeros(16)));
        for (long i = 0; i < items; i++) {
            symbols.add(i * 0x9E3779B97F4A7C15L);
        }
        return symbols;
    }

    private static CircleId circle(int number) {
        return new CircleId(Hashing.tagged("test", Bytes.zeros(number)));
    }
}
