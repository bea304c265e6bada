// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.sync.SymbolDecoder.Progress;
import org.junit.jupiter.api.Test;

class SymbolDecoderTest {
    private static final List<Long> NONE = List.of();

    @Test
    void findsTheDifferenceOfRandomSets() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Long> both = ItemSets.random(random, 200 + random.nextInt(2_000));
            List<Long> alice = ItemSets.random(random, random.nextInt(1 << random.nextInt(1, 7)));
            List<Long> bob = ItemSets.random(random, random.nextInt(1 << random.nextInt(1, 7)));

            SymbolDecoder decoder = decode(ItemSets.union(both, alice), ItemSets.union(bob, both));

            assertTrue(decoder.decoded(), "seed " + seed);
            assertEquals(ItemSets.ascending(alice), decoder.localOnly());
            assertEquals(ItemSets.ascending(bob), decoder.remoteOnly());
        }
    }

    @Test
    void findsNothingBetweenEqualSets() {
        List<Long> both = ItemSets.random(new SplittableRandom(1), 500);

        SymbolDecoder decoder = decode(ItemSets.of(both), ItemSets.of(both.reversed()));

        assertTrue(decoder.decoded());
        assertEquals(NONE, decoder.localOnly());
        assertEquals(NONE, decoder.remoteOnly());
        assertEquals(SymbolDecoder.FIRST_BATCH, decoder.received());
    }

    @Test
    void findsNothingBetweenEmptySets() {
        SymbolDecoder decoder = decode(ItemSets.of(NONE), ItemSets.of(NONE));

        assertTrue(decoder.decoded());
        assertEquals(NONE, decoder.localOnly());
        assertEquals(NONE, decoder.remoteOnly());
    }

    @Test
    void findsWhatOnlyOneSideHas() {
        List<Long> items = ItemSets.random(new SplittableRandom(2), 12);

        SymbolDecoder mine = decode(ItemSets.of(items), ItemSets.of(NONE));
        SymbolDecoder theirs = decode(ItemSets.of(NONE), ItemSets.of(items));

        assertEquals(ItemSets.ascending(items), mine.localOnly());
        assertEquals(NONE, mine.remoteOnly());
        assertEquals(ItemSets.ascending(items), theirs.remoteOnly());
        assertEquals(NONE, theirs.localOnly());
    }

    @Test
    void resultDoesNotDependOnTheBatches() {
        SplittableRandom random = new SplittableRandom(3);
        List<Long> both = ItemSets.random(random, 2_000);
        List<Long> bob = ItemSets.random(random, 100);
        CodedSymbols remote = ItemSets.union(both, bob);
        for (int size : new int[] {1, 3, 50, 400}) {
            SymbolDecoder decoder = new SymbolDecoder(ItemSets.of(both), remote.size());
            while (decoder.progress() == Progress.MORE) {
                decoder.receive(decoder.received(), remote.packed(decoder.received(), size));
            }
            assertEquals(ItemSets.ascending(bob), decoder.remoteOnly());
        }
    }

    @Test
    void ownSetMayChangeInTheMeantime() {
        SplittableRandom random = new SplittableRandom(4);
        List<Long> both = ItemSets.random(random, 3_000);
        List<Long> bob = ItemSets.random(random, 150);
        CodedSymbols local = ItemSets.of(both);
        CodedSymbols remote = ItemSets.union(both, bob);

        SymbolDecoder decoder = new SymbolDecoder(local, remote.size());
        while (decoder.progress() == Progress.MORE) {
            local.add(random.nextLong());
            local.remove(both.get(decoder.received()));
            decoder.receive(decoder.received(), remote.packed(decoder.received(), decoder.nextBatch()));
        }

        assertTrue(decoder.decoded());
        assertEquals(ItemSets.ascending(bob), decoder.remoteOnly());
        assertEquals(NONE, decoder.localOnly());
    }

    @Test
    void takesTheVectorAtOnceWhenTheSizesSaySo() {
        SymbolDecoder newcomer = new SymbolDecoder(ItemSets.of(NONE), 40_000);

        assertEquals(Progress.GIVE_UP, newcomer.progress());
        assertEquals(0, newcomer.received());
    }

    @Test
    void takesTheVectorEarlyWhenNearlyAllDiffers() {
        SplittableRandom random = new SplittableRandom(5);
        CodedSymbols local = ItemSets.of(ItemSets.random(random, 5_000));
        CodedSymbols remote = ItemSets.of(ItemSets.random(random, 5_000));

        SymbolDecoder decoder = decode(local, remote);

        assertEquals(Progress.GIVE_UP, decoder.progress());
        assertTrue(decoder.received() < 300, "wasted " + decoder.received());
    }

    @Test
    void answersNothingMoreOnceItIsFinal() {
        CodedSymbols set = ItemSets.of(List.of(1L, 2L));
        SymbolDecoder decoder = decode(set, set);
        int received = decoder.received();

        assertEquals(Progress.DECODED, decoder.receive(decoder.received(), Bytes.zeros(13)));
        assertEquals(received, decoder.received());
    }

    @Test
    void isNotDecodedBeforeTheEnd() {
        SplittableRandom random = new SplittableRandom(6);
        List<Long> both = ItemSets.random(random, 1_000);
        CodedSymbols remote = ItemSets.union(both, ItemSets.random(random, 60));

        SymbolDecoder decoder = new SymbolDecoder(ItemSets.of(both), remote.size());

        assertEquals(Progress.MORE, decoder.receive(0, remote.packed(0, 30)));
        assertFalse(decoder.decoded());
        assertEquals(30, decoder.received());
        assertTrue(decoder.nextBatch() > 0);
    }

    static SymbolDecoder decode(CodedSymbols local, CodedSymbols remote) {
        SymbolDecoder decoder = new SymbolDecoder(local, remote.size());
        while (decoder.progress() == Progress.MORE) {
            int batch = decoder.nextBatch();
            assertTrue(batch > 0 && batch <= Limits.SYMBOLS_IN_FRAME, "batch of " + batch);
            decoder.receive(decoder.received(), remote.packed(decoder.received(), batch));
        }
        return decoder;
    }
}
