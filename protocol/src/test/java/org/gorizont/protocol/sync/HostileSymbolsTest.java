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
import org.gorizont.protocol.sync.SymbolDecoder.Progress;
import org.junit.jupiter.api.Test;

/** What mallory can send in place of symbols, and that it always ends, and never in a wrong difference. */
class HostileSymbolsTest {
    private static final int SET = 2_000;
    private static final int WORTH_OF_THE_VECTOR = SET * 8 / 13;

    private final List<Long> own = ItemSets.random(new SplittableRandom(1), SET);
    private final CodedSymbols local = ItemSets.of(own);
    private final ItemMixer mixer = new ItemMixer(ItemSets.KEY);

    @Test
    void stopsAtTheBoundWhenNothingIsEverPure_T17() {
        SymbolDecoder decoder = new SymbolDecoder(local, SET);
        Cells crafted = local.symbols(WORTH_OF_THE_VECTOR).copy();
        for (int index = 1; index < WORTH_OF_THE_VECTOR; index++) {
            crafted.change(index, index, index, 0);
        }

        Progress progress = feedAll(decoder, crafted);

        assertEquals(Progress.GIVE_UP, progress);
        assertEquals(WORTH_OF_THE_VECTOR, decoder.received());
    }

    @Test
    void stopsAtOnceWhenEveryPureItemContradicts_T17() {
        long stranger = 42;
        Cells crafted = local.symbols(300).copy();
        for (int index = 1; index < 300; index++) {
            crafted.change(index, stranger + index, mixer.check(stranger + index), 1);
        }

        assertContradiction(new SymbolDecoder(local, SET), crafted);
    }

    @Test
    void peelsAnItemOnlyOnce_T17() {
        long stranger = 42;
        Cells crafted = local.symbols(300).copy();
        for (int index = 1; index < 300; index++) {
            crafted.change(index, stranger, mixer.check(stranger), 1);
        }

        SymbolDecoder decoder = new SymbolDecoder(local, SET);

        assertContradiction(decoder, crafted);
        assertTrue(decoder.remoteOnly().size() <= 1);
    }

    @Test
    void believesNoSymbolWhoseItemBelongsElsewhere_T17() {
        long stranger = 42;
        IndexWalk walk = mixer.walk(stranger);
        walk.advance();
        int elsewhere = walk.index() + 1;
        walk.advance();
        assertTrue(walk.index() > elsewhere, "choose another stranger");
        // Elsewhere there is only noise, which would hide the contradiction.
        Cells crafted = local.symbols(300).copy();
        for (int index = 0; index <= elsewhere; index++) {
            crafted.change(index, index == elsewhere ? stranger : index + 1, mixer.check(stranger), 0);
        }
        crafted.change(elsewhere, 0, 0, 1);

        assertEquals(
                Progress.GIVE_UP,
                new SymbolDecoder(local, SET).receive(0, PackedSymbols.pack(crafted, 0, elsewhere + 1, SET)));
    }

    @Test
    void believesNoSymbolThatMissesAnItemNobodyHas_T17() {
        long stranger = 42;
        Cells crafted = local.symbols(300).copy();
        for (IndexWalk walk = mixer.walk(stranger); walk.index() < 300; walk.advance()) {
            if (walk.index() > 0) {
                crafted.change(walk.index(), stranger, mixer.check(stranger), -1);
            }
        }

        assertContradiction(new SymbolDecoder(local, SET), crafted);
    }

    @Test
    void believesNoSymbolThatAddsAnOwnItem_T17() {
        long item = own.getFirst();
        Cells crafted = local.symbols(300).copy();
        for (IndexWalk walk = mixer.walk(item); walk.index() < 300; walk.advance()) {
            crafted.change(walk.index(), item, mixer.check(item), 1);
        }

        SymbolDecoder decoder = new SymbolDecoder(local, SET + 1);

        assertEquals(
                Progress.GIVE_UP, decoder.receive(decoder.received(), PackedSymbols.pack(crafted, 0, 300, SET + 1)));
    }

    @Test
    void givesNoMixtureWhenThePeersSetChangesInBetween_T17() {
        int givenUp = 0;
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(1_000L + seed);
            List<Long> news = ItemSets.random(random, 40);
            CodedSymbols remote = ItemSets.union(own, news);
            SymbolDecoder decoder = new SymbolDecoder(local, remote.size());
            decoder.receive(0, remote.packed(0, SymbolDecoder.FIRST_BATCH));
            remote.remove(news.getFirst());
            remote.add(random.nextLong());

            while (decoder.progress() == Progress.MORE) {
                decoder.receive(decoder.received(), remote.packed(decoder.received(), decoder.nextBatch()));
            }

            // The later symbols may happen to hold neither of the two items; then this is the difference as it was.
            if (decoder.decoded()) {
                assertEquals(ItemSets.ascending(news), decoder.remoteOnly());
            } else {
                givenUp++;
            }
        }
        assertTrue(givenUp > 40, "only " + givenUp);
    }

    @Test
    void neverDecodesSymbolsUnderAnotherKey_T17() {
        CodedSymbols remote = new CodedSymbols(ItemKey.fresh(Bytes.zeros(16)));
        own.forEach(remote::add);

        assertEquals(Progress.GIVE_UP, SymbolDecoderTest.decode(local, remote).progress());
    }

    @Test
    void endsOnRandomSymbols_T17() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SymbolDecoder decoder = new SymbolDecoder(local, SET);
            int batches = 0;
            while (decoder.progress() == Progress.MORE) {
                Cells crafted = new Cells(decoder.received() + 1 + random.nextInt(500));
                for (int index = 0; index < crafted.size(); index++) {
                    int count = index == 0 ? SET : random.nextInt(1 << random.nextInt(1, 11));
                    crafted.change(index, random.nextLong(), random.nextInt(), count);
                }
                decoder.receive(
                        decoder.received(), PackedSymbols.pack(crafted, decoder.received(), crafted.size(), SET));
                batches++;
            }

            assertEquals(Progress.GIVE_UP, decoder.progress());
            assertTrue(batches <= WORTH_OF_THE_VECTOR);
            assertTrue(decoder.received() <= WORTH_OF_THE_VECTOR);
        }
    }

    @Test
    void neverDecodesFlippedBitsIntoAnotherDifference_T17() {
        SplittableRandom random = new SplittableRandom(7);
        List<Long> news = ItemSets.random(random, 15);
        CodedSymbols remote = ItemSets.union(own, news);
        for (int run = 0; run < 2_000; run++) {
            byte[] packed = remote.packed(0, 60).toArray();
            packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));

            SymbolDecoder decoder = new SymbolDecoder(local, remote.size());
            Progress progress = decoder.receive(decoder.received(), Bytes.wrap(packed));

            assertNotEquals(Progress.DECODED, progress, "run " + run);
        }
    }

    @Test
    void ignoresBatchesThatAreRepeatedOrTooEarly_T17() {
        CodedSymbols remote = ItemSets.union(own, List.of(1L, 2L, 3L));
        SymbolDecoder decoder = new SymbolDecoder(local, remote.size());

        assertEquals(Progress.MORE, decoder.receive(5, remote.packed(5, 50)));
        assertEquals(Progress.MORE, decoder.receive(0, remote.packed(0, 2)));
        assertEquals(Progress.MORE, decoder.receive(0, remote.packed(0, 2)));
        assertEquals(2, decoder.received());
        assertEquals(Progress.DECODED, decoder.receive(2, remote.packed(2, 50)));
        assertEquals(List.of(1L, 2L, 3L), decoder.remoteOnly());
    }

    @Test
    void refusesBytesThatAreNoSymbols_T17() {
        SymbolDecoder decoder = new SymbolDecoder(local, SET);

        assertEquals(Progress.MALFORMED, decoder.receive(0, local.packed(0, 20).slice(0, 100)));
        assertEquals(Progress.MALFORMED, decoder.receive(0, local.packed(0, 20)));
        assertFalse(decoder.decoded());
    }

    @Test
    void givesUpOnAnEmptyBatch_T17() {
        assertEquals(Progress.GIVE_UP, new SymbolDecoder(local, SET).receive(0, Bytes.empty()));
    }

    @Test
    void givesUpOnSizesThatNoCircleHas_T17() {
        assertEquals(Progress.GIVE_UP, new SymbolDecoder(local, -1).progress());
        assertEquals(Progress.GIVE_UP, new SymbolDecoder(local, Long.MAX_VALUE).progress());
        assertEquals(Progress.GIVE_UP, new SymbolDecoder(local, SymbolDecoder.MAX_ITEMS + 1L).progress());
    }

    @Test
    void asksForNoMoreThanTheBoundWhateverTheCountsSay_T17() {
        SymbolDecoder decoder = new SymbolDecoder(local, SET);
        Cells crafted = local.symbols(SymbolDecoder.FIRST_BATCH).copy();
        for (int index = 1; index < SymbolDecoder.FIRST_BATCH; index++) {
            crafted.change(index, index, index, -crafted.count(index) / 40);
        }
        decoder.receive(decoder.received(), PackedSymbols.pack(crafted, 0, SymbolDecoder.FIRST_BATCH, SET));

        assertTrue(decoder.progress() == Progress.GIVE_UP
                || decoder.received() + decoder.nextBatch() <= WORTH_OF_THE_VECTOR);
        assertTrue(WORTH_OF_THE_VECTOR <= Limits.SYMBOLS);
    }

    private static void assertContradiction(SymbolDecoder decoder, Cells crafted) {
        assertEquals(Progress.GIVE_UP, feedAll(decoder, crafted));
        assertTrue(decoder.received() < crafted.size(), "only ended with the symbols");
    }

    private static Progress feedAll(SymbolDecoder decoder, Cells crafted) {
        while (decoder.progress() == Progress.MORE) {
            int from = decoder.received();
            assertTrue(decoder.nextBatch() > 0, "asks for nothing at " + from);
            int to = Math.min(crafted.size(), from + decoder.nextBatch());
            decoder.receive(decoder.received(), PackedSymbols.pack(crafted, from, to, SET));
        }
        return decoder.progress();
    }
}
