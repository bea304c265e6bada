// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.gorizont.protocol.model.Bytes;
import org.junit.jupiter.api.Test;

class PackedSymbolsTest {
    private static final int SET = 1_000_000;
    private static final String SUM_AND_CHECK = "0102030405060708" + "090a0b0c";

    @Test
    void readsBackWhatItWrites() {
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < 500; run++) {
            int from = random.nextInt(1, 5_000);
            Cells cells = new Cells(from + random.nextInt(40));
            for (int i = from; i < cells.size(); i++) {
                cells.change(i, random.nextLong(), random.nextInt(), random.nextInt(SET + 1) >>> random.nextInt(20));
            }

            Cells read = PackedSymbols.unpack(PackedSymbols.pack(cells, from, cells.size(), SET), from, SET, 100)
                    .orElseThrow();

            assertEquals(cells.size() - from, read.size());
            for (int i = 0; i < read.size(); i++) {
                assertEquals(cells.sum(from + i), read.sum(i));
                assertEquals(cells.check(from + i), read.check(i));
                assertEquals(cells.count(from + i), read.count(i));
            }
        }
    }

    @Test
    void spendsOneByteOnAUsualCount() {
        Cells cells = new Cells(1_000);
        cells.change(999, 1, 2, PackedSymbols.expectedCount(40_000, 999) - 60);

        assertEquals(13, PackedSymbols.pack(cells, 999, 1_000, 40_000).size());
    }

    @Test
    void expectsCountsByTheDensityRoundedDown() {
        assertEquals(SET, PackedSymbols.expectedCount(SET, 0));
        assertEquals(666_666, PackedSymbols.expectedCount(SET, 1));
        assertEquals(1, PackedSymbols.expectedCount(3, 4));
        assertEquals(0, PackedSymbols.expectedCount(3, 5));
        assertEquals(0, PackedSymbols.expectedCount(0, 0));
    }

    @Test
    void readsNoMoreThanAsked() {
        Bytes packed = PackedSymbols.pack(new Cells(50), 20, 50, 7);

        assertEquals(4, PackedSymbols.unpack(packed, 20, 7, 4).orElseThrow().size());
    }

    @Test
    void refusesSymbolsThatAreCutOff_T17() {
        Bytes packed = PackedSymbols.pack(new Cells(3), 1, 3, 1_000_000);
        int first = packed.size() / 2;
        for (int size = 1; size < packed.size(); size++) {
            boolean whole = size == first;
            assertEquals(whole, isRead(packed.slice(0, size), 1, 1_000_000), "cut at " + size);
        }
    }

    @Test
    void refusesCountsThatNoSetHas_T17() {
        // Expected at index 98: 2 of 100.
        assertTrue(isRead(Bytes.ofHex(SUM_AND_CHECK + "00"), 98, 100));
        assertTrue(isRead(Bytes.ofHex(SUM_AND_CHECK + "03"), 98, 100), "none");
        assertTrue(!isRead(Bytes.ofHex(SUM_AND_CHECK + "05"), 98, 100), "-1");
        assertTrue(isRead(Bytes.ofHex(SUM_AND_CHECK + "c401"), 98, 100), "100");
        assertTrue(!isRead(Bytes.ofHex(SUM_AND_CHECK + "c601"), 98, 100), "101");
        assertTrue(isRead(Bytes.ofHex(SUM_AND_CHECK + "00"), 0, 100), "all");
        assertTrue(!isRead(Bytes.ofHex(SUM_AND_CHECK + "01"), 0, 100), "all but one in symbol 0");
    }

    @Test
    void refusesVarintsThatAreNotTheShortest_T17() {
        assertTrue(!isRead(Bytes.ofHex(SUM_AND_CHECK + "8000"), 98, 100));
        assertTrue(!isRead(Bytes.ofHex(SUM_AND_CHECK + "8080808000"), 98, 100));
        assertTrue(!isRead(Bytes.ofHex(SUM_AND_CHECK + "808080808000"), 98, 100));
        assertTrue(!isRead(Bytes.ofHex(SUM_AND_CHECK + "ffffffffff7f"), 98, 100));
        assertTrue(!isRead(Bytes.ofHex(SUM_AND_CHECK + "8080808010"), 98, 100), "2^32");
    }

    @Test
    void readsOrRefusesAnyBytes_T17() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);

            PackedSymbols.unpack(Bytes.wrap(bytes), random.nextInt(1 << 16), random.nextInt(1 << 20), 5)
                    .ifPresent(cells -> assertTrue(cells.size() <= 5));
        }
    }

    private static boolean isRead(Bytes packed, int from, int setSize) {
        return PackedSymbols.unpack(packed, from, setSize, 100).isPresent();
    }
}
