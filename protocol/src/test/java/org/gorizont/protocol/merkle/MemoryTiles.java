// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorizont.protocol.merkle.HashTiles.Tile;
import org.gorizont.protocol.merkle.HashTiles.TileId;
import org.gorizont.protocol.merkle.HashTiles.TileReader;
import org.gorizont.protocol.model.Hash;

/** Tiles of one log, kept in a map. */
final class MemoryTiles implements TileReader {
    private final Map<TileId, List<Hash>> tiles =
            new TreeMap<>(Comparator.comparingInt(TileId::level).thenComparingLong(TileId::index));

    @Override
    public List<Hash> tile(TileId id) {
        return tiles.getOrDefault(id, List.of());
    }

    void put(Tile tile) {
        tiles.put(tile.id(), tile.hashes());
    }

    List<TileId> ids() {
        return List.copyOf(tiles.keySet());
    }

    List<Tile> append(long size, List<Hash> leaves) {
        List<Tile> changed = HashTiles.append(
                Proofs.compactRange(size, HashTiles.source(this)).grow(leaves), this);
        changed.forEach(this::put);
        return changed;
    }
}
