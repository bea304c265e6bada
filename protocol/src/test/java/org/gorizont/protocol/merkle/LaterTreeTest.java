// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;

class LaterTreeTest {
    private static final NaiveTree TREE = NaiveTree.of(3_000, "e");

    private static CompactRange first(int size) {
        return CompactRange.empty().appendAll(TREE.leaves().subList(0, size));
    }

    /** The tree of {@code size} leaves as somebody has it who began with the range of the first {@code from}. */
    private static HashSource begun(int from, int size) {
        MemoryTiles tiles = new MemoryTiles();
        CompactRange.Grown grown = first(from).grow(TREE.leaves().subList(from, size));
        HashTiles.append(grown, HashTiles.placeholdersFor(from)).forEach(tiles::put);
        return new LaterTree(first(from), HashTiles.source(tiles));
    }

    @Property(tries = 60)
    void whoeverBeganLaterProvesTheSame(RandomGenerator random) {
        int from = random.nextInt(1, 2_900);
        int size = random.nextInt(from + 1, 3_001);
        HashSource later = begun(from, size);
        int between = random.nextInt(from, size);

        assertEquals(TREE.root(size), Proofs.root(size, later));
        assertEquals(first(between), Proofs.compactRange(between, later));
        assertTrue(Proofs.inclusion(between, size, later).verifies(TREE.leaves().get(between), TREE.root(size)));
        assertTrue(Proofs.consistency(between, size, later).verifies(TREE.root(between), TREE.root(size)));
    }

    @Test
    void whatLiesBelowIsNotMadeUp() {
        HashSource later = begun(1_000, 2_000);

        assertEquals(1_000, later.first());
        assertThrows(IllegalArgumentException.class, () -> later.node(0, 3));
        assertThrows(IllegalArgumentException.class, () -> later.node(9, 0).equals(later.node(8, 0)));
    }
}
