// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.sync.SymbolDecoder.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What reconciling 40,000 items costs on the wire: packed symbols, those asked for in vain included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationCostTest {
    private static final int ITEMS = 40_000;
    private static final int SEEDS = 20;
    private static final int FRAME_BYTES = 100;

    private final CodedSymbols common = ItemSets.of(ItemSets.random(new SplittableRandom(0), ITEMS));

    private record Run(int bytes, int batches) {}

    /** Half of the differing items on each side, as when a head has moved on. */
    private Run reconcile(int seed, int differing) {
        SplittableRandom random = new SplittableRandom(seed + 1L);
        List<Long> alice = ItemSets.random(random, differing / 2);
        List<Long> bob = ItemSets.random(random, differing - differing / 2);
        CodedSymbols local = common.copy();
        alice.forEach(local::add);
        CodedSymbols remote = common.copy();
        bob.forEach(remote::add);

        SymbolDecoder decoder = new SymbolDecoder(local, remote.size());
        int bytes = 0;
        int batches = 0;
        while (decoder.progress() == Progress.MORE) {
            Bytes packed = remote.packed(decoder.received(), decoder.nextBatch());
            decoder.receive(decoder.received(), packed);
            bytes += packed.size();
            batches++;
        }

        assertEquals(ItemSets.ascending(alice), decoder.localOnly());
        assertEquals(ItemSets.ascending(bob), decoder.remoteOnly());
        return new Run(bytes, batches);
    }

    private double medianBytes(int differing) {
        Run[] runs = new Run[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            runs[seed] = reconcile(seed, differing);
        }
        double[] bytes = Arrays.stream(runs)
                .mapToDouble(run -> run.bytes / (double) differing)
                .sorted()
                .toArray();
        double batches = Arrays.stream(runs).mapToInt(Run::batches).average().orElseThrow();
        double median = bytes[SEEDS / 2];
        System.out.printf(
                "%,6d differing: median %6.2f, worst %6.2f bytes each; %.1f batches; with %d bytes a frame %.2f%n",
                differing, median, bytes[SEEDS - 1], batches, FRAME_BYTES, median + FRAME_BYTES * batches / differing);
        return median;
    }

    @Test
    void staysWithinItsBytesADifference() {
        common.packed(0, Limits.SYMBOLS_IN_FRAME);
        System.out.printf("%,d items; the whole vector has %,d bytes%n", ITEMS, ITEMS * Long.BYTES);
        medianBytes(1);

        assertTrue(medianBytes(10) <= 40);
        assertTrue(medianBytes(100) <= 28);
        assertTrue(medianBytes(1_000) <= 22);
        assertTrue(medianBytes(5_000) <= 20);
        assertTrue(medianBytes(10_000) <= 20);
    }
}
