// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.junit.jupiter.api.Test;

class CodedSymbolsTest {
    private static final int SYMBOLS = 700;

    @Test
    void sameSetGivesSameBytesInAnyOrder() {
        for (int seed = 0; seed < 20; seed++) {
            List<Long> items = ItemSets.random(new SplittableRandom(seed), 300);

            assertEquals(packed(ItemSets.of(items)), packed(ItemSets.of(items.reversed())));
            assertEquals(packed(ItemSets.of(items)), packed(ItemSets.of(ItemSets.ascending(items))));
        }
    }

    @Test
    void patchedSymbolsEqualThoseMadeAfresh() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Long> stay = ItemSets.random(random, random.nextInt(200));
            List<Long> come = ItemSets.random(random, random.nextInt(200));
            List<Long> go = ItemSets.random(random, random.nextInt(200));
            CodedSymbols patched = ItemSets.union(go, stay);
            packed(patched);

            come.forEach(patched::add);
            go.forEach(patched::remove);

            CodedSymbols fresh = ItemSets.union(stay, come);
            assertEquals(packed(fresh), packed(patched));
            assertEquals(fresh.packed(10_000, 50), patched.packed(10_000, 50));
        }
    }

    @Test
    void rangesJoinToTheWhole() {
        CodedSymbols symbols = ItemSets.of(ItemSets.random(new SplittableRandom(5), 100));
        Bytes joined = Bytes.empty();
        for (int start = 0; start < SYMBOLS; start += 7) {
            joined = joined.plus(symbols.packed(start, 7));
        }

        assertEquals(packed(ItemSets.of(symbols.items())), joined);
    }

    @Test
    void addsAndRemovesAnItemOnce() {
        CodedSymbols symbols = ItemSets.of(List.of(1L, 2L));
        Bytes before = packed(symbols);

        assertFalse(symbols.add(1));
        assertFalse(symbols.remove(3));
        assertEquals(before, packed(symbols));
        assertTrue(symbols.remove(1));
        assertTrue(symbols.add(1));
        assertEquals(before, packed(symbols));
        assertTrue(symbols.contains(1));
        assertEquals(2, symbols.size());
    }

    @Test
    void copyIgnoresLaterChanges() {
        CodedSymbols symbols = ItemSets.of(List.of(1L, 2L));
        Bytes before = packed(symbols);

        CodedSymbols copy = symbols.copy();
        symbols.add(3);

        assertEquals(before, packed(copy));
        assertEquals(List.of(1L, 2L), copy.items());
        assertNotEquals(before, packed(symbols));
    }

    @Test
    void listsItemsAscendingAsUnsignedNumbers() {
        assertEquals(
                List.of(0L, 5L, Long.MIN_VALUE, -1L),
                ItemSets.of(List.of(-1L, 5L, Long.MIN_VALUE, 0L)).items());
    }

    @Test
    void clipsForeignRangesToTheLimits_T17() {
        CodedSymbols symbols = ItemSets.of(List.of(7L));

        assertEquals(Bytes.empty(), symbols.packed(Long.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(Bytes.empty(), symbols.packed(Limits.SYMBOLS, 1));
        assertEquals(Bytes.empty(), symbols.packed(5, -1));
        assertEquals(symbols.packed(0, 1), symbols.packed(Long.MIN_VALUE, 1));
        assertEquals(symbols.packed(Limits.SYMBOLS - 2, 2), symbols.packed(Limits.SYMBOLS - 2, Integer.MAX_VALUE));
        assertEquals(
                Limits.SYMBOLS_IN_FRAME * 13,
                symbols.packed(0, Integer.MAX_VALUE).size());
    }

    @Test
    void keyDecidesAboutEverySymbol() {
        CodedSymbols one = new CodedSymbols(ItemSets.KEY);
        CodedSymbols other = new CodedSymbols(ItemKey.fresh(Bytes.zeros(16)));
        one.add(7);
        other.add(7);

        assertNotEquals(one.packed(0, 1), other.packed(0, 1));
        assertNotEquals(one.packed(1, 30), other.packed(1, 30));
    }

    private static Bytes packed(CodedSymbols symbols) {
        return symbols.packed(0, SYMBOLS);
    }
}
