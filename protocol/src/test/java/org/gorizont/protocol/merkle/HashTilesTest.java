// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.merkle.HashTiles.Tile;
import org.gorizont.protocol.merkle.HashTiles.TileId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;

class HashTilesTest {
    private static final int SIZE = 66_500;
    private static final NaiveTree TREE = NaiveTree.of(SIZE, "e");

    @Property(tries = 4)
    void appendingInAnyBatchesGivesTheHashesOfTheDefinition(RandomGenerator random) {
        int longestBatch = 1 << random.nextInt(8, 15);
        MemoryTiles tiles = new MemoryTiles();
        int size = 0;
        while (size < SIZE) {
            int end = Math.min(SIZE, size + random.nextInt(longestBatch));
            tiles.append(size, TREE.leaves().subList(size, end));
            size = end;
        }

        assertEquals(
                List.of(0, 1, 2),
                tiles.ids().stream().map(TileId::level).distinct().toList());
        assertAllNodesAreThoseOfTheTree(HashTiles.source(tiles), SIZE);
        assertEquals(TREE.root(SIZE), Proofs.root(SIZE, HashTiles.source(tiles)));
    }

    private static void assertAllNodesAreThoseOfTheTree(HashSource source, int size) {
        for (int level = 0; size >>> level > 0; level++) {
            // Of the lowest levels, only the last nodes: there are many, and all are made alike.
            for (int index = Math.max(0, (size >>> level) - 700); index < size >>> level; index++) {
                assertEquals(TREE.node(level, index), source.node(level, index));
            }
        }
    }

    @Property(tries = 50)
    void proofsOutOfTilesVerify(RandomGenerator random) {
        int size = random.nextInt(1, 3_000);
        int seq = random.nextInt(size);
        MemoryTiles tiles = new MemoryTiles();
        tiles.append(0, TREE.leaves().subList(0, size));
        HashSource source = HashTiles.source(tiles);

        assertTrue(Proofs.inclusion(seq, size, source).verifies(TREE.leaves().get(seq), TREE.root(size)));
        assertTrue(Proofs.consistency(seq, size, source).verifies(TREE.root(seq), TREE.root(size)));
    }

    @Test
    void onlyTouchedTilesChange() {
        MemoryTiles tiles = new MemoryTiles();
        tiles.append(0, TREE.leaves().subList(0, 600));

        assertEquals(
                List.of(new TileId(0, 2)), ids(tiles.append(600, TREE.leaves().subList(600, 601))));
        assertEquals(List.of(), tiles.append(601, List.of()));
        assertEquals(
                List.of(new TileId(0, 2), new TileId(0, 3), new TileId(1, 0)),
                ids(tiles.append(601, TREE.leaves().subList(601, 769))));
    }

    @Test
    void fullTilesNeverChangeAndUpperTilesHoldCompleteSubtreesOnly() {
        MemoryTiles tiles = new MemoryTiles();
        tiles.append(0, TREE.leaves().subList(0, 511));
        assertEquals(List.of(TREE.node(8, 0)), tiles.tile(new TileId(1, 0)));

        tiles.append(511, TREE.leaves().subList(511, 512));
        assertEquals(List.of(TREE.node(8, 0), TREE.node(8, 1)), tiles.tile(new TileId(1, 0)));
        assertEquals(List.of(), tiles.tile(new TileId(0, 2)));
    }

    @Test
    void leftoversBeyondTheSizeAreWrittenOver() {
        MemoryTiles tiles = new MemoryTiles();
        tiles.append(0, NaiveTree.leaves(0, 300, "other"));
        tiles.append(0, TREE.leaves().subList(0, 5));

        tiles.append(5, TREE.leaves().subList(5, 400));

        assertEquals(TREE.root(400), Proofs.root(400, HashTiles.source(tiles)));
    }

    @Test
    void missingHashesAreAnErrorAndNoAnswer() {
        MemoryTiles tiles = new MemoryTiles();
        tiles.append(0, TREE.leaves().subList(0, 5));
        HashSource source = HashTiles.source(tiles);

        CompactRange six = CompactRange.empty().appendAll(TREE.leaves().subList(0, 6));
        CompactRange.Grown seven = six.grow(TREE.leaves().subList(6, 7));
        assertThrows(IllegalStateException.class, () -> HashTiles.append(seven, tiles));
        assertThrows(IllegalStateException.class, () -> source.node(0, 5));
        assertThrows(IllegalStateException.class, () -> source.node(2, 1));
        assertThrows(IllegalStateException.class, () -> source.node(8, 0));
        assertThrows(IllegalArgumentException.class, () -> source.node(63, 0));
        assertThrows(IllegalArgumentException.class, () -> source.node(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> source.node(0, -1));
    }

    @Test
    void namesAndContentsThatNoLogHasAreRefused() {
        Hash hash = Hashing.emptyRoot();
        TileId id = new TileId(0, 0);

        assertThrows(IllegalArgumentException.class, () -> new TileId(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new TileId(TileId.MAX_LEVEL + 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new TileId(0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Tile(id, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Tile(id, Collections.nCopies(257, hash)));
    }

    private static List<TileId> ids(List<Tile> tiles) {
        return tiles.stream().map(Tile::id).toList();
    }
}
