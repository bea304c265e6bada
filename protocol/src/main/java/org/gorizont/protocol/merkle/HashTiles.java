// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Hash;

/**
 * How the hashes of a log are stored: only every eighth level of the tree, in tiles of up to 256 hashes, the way of the
 * tiled transparency logs (c2sp.org/tlog-tiles). That is 1.004 hashes an entry; the levels between are computed when
 * they are asked for. Tiles above level 0 hold hashes of complete subtrees only, so a full tile never changes.
 */
public final class HashTiles {
    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    /** Levels of a tile. */
    static final int HEIGHT = 8;

    private HashTiles() {}

    /**
     * The tiles that change when a tree has grown: lower levels first, left to right. Nothing is written; the caller stores
     * them all or none.
     *
     * @param stored the tiles as they were before; what they hold beyond is ignored
     * @throws IllegalStateException if a stored tile holds less than the tree before needs
     */
    public static List<Tile> append(CompactRange.Grown grown, TileReader stored) {
        List<Tile> changed = new ArrayList<>();
        long from = grown.before();
        int level = 0;
        for (List<Hash> row : grown.rows()) {
            extend(level, from, row, stored, changed);
            from >>>= HEIGHT;
            level++;
        }
        return List.copyOf(changed);
    }

    /**
     * Any complete subtree out of stored tiles: one read and at most 127 hashings a node.
     *
     * <p>The source throws IllegalArgumentException for a level outside of [0, 63), and IllegalStateException for a
     * subtree that is not complete in the stored tiles.
     */
    public static HashSource source(TileReader stored) {
        return (level, index) -> {
            if (level < 0 || level >= Long.SIZE - 1) {
                throw new IllegalArgumentException("no log has subtrees of level " + level);
            }
            int inner = level % HEIGHT;
            long first = index << inner;
            List<Hash> hashes = stored.tile(new TileId(level / HEIGHT, first >> HEIGHT));
            int start = (int) (first & (WIDTH - 1));
            return perfect(held(hashes, start, start + (1 << inner), level, index));
        };
    }

    /**
     * What is to be stored of a tree of which only the compact range of the first {@code size} leaves is known, so that {@link
     * #append} can go on: the last tile of each level, filled up with hashes that nobody asks for ({@link LaterTree}).
     */
    public static List<Tile> placeholders(long size) {
        List<Tile> tiles = new ArrayList<>();
        long left = size;
        for (int level = 0; left > 0; level++) {
            int present = (int) (left % WIDTH);
            if (present > 0) {
                tiles.add(new Tile(new TileId(level, left / WIDTH), Collections.nCopies(present, Hashing.emptyRoot())));
            }
            left >>>= HEIGHT;
        }
        return List.copyOf(tiles);
    }

    /** Reads {@link #placeholders} that are not stored yet. */
    public static TileReader placeholdersFor(long size) {
        List<Tile> tiles = placeholders(size);
        return id -> tiles.stream()
                .filter(tile -> tile.id().equals(id))
                .findFirst()
                .map(Tile::hashes)
                .orElse(List.of());
    }

    private static void extend(int level, long from, List<Hash> added, TileReader stored, List<Tile> tiles) {
        long index = from / WIDTH;
        int present = (int) (from % WIDTH);
        int used = 0;
        while (used < added.size()) {
            TileId id = new TileId(level, index);
            List<Hash> hashes = new ArrayList<>(WIDTH);
            if (present > 0) {
                hashes.addAll(held(stored.tile(id), 0, present, level * HEIGHT, from));
            }
            int taken = Math.min(added.size() - used, WIDTH - present);
            hashes.addAll(added.subList(used, used + taken));
            tiles.add(new Tile(id, hashes));
            used += taken;
            present = 0;
            index++;
        }
    }

    private static List<Hash> held(List<Hash> hashes, int start, int end, int level, long index) {
        if (hashes.size() < end) {
            throw new IllegalStateException("tile holds " + hashes.size() + " hashes, not the " + end + " that level "
                    + level + ", index " + index + " needs");
        }
        return hashes.subList(start, end);
    }

    /** Root of a power of two of neighbouring nodes of one level. */
    private static Hash perfect(List<Hash> row) {
        Hash[] nodes = row.toArray(Hash[]::new);
        for (int count = nodes.length / 2; count > 0; count /= 2) {
            for (int i = 0; i < count; i++) {
                nodes[i] = Hashing.node(nodes[2 * i], nodes[2 * i + 1]);
            }
        }
        return nodes[0];
    }

    /**
     * Name of a tile: it holds the hashes of the perfect subtrees of level {@code 8 * level} and of the indices {@code 256 *
     * index} to {@code 256 * index + 255}, as far as they are complete.
     *
     * @param level 0 for leaf hashes, up to {@link #MAX_LEVEL}
     * @param index from 0, left to right
     */
    public record TileId(int level, long index) {
        /** Enough for 2<sup>63</sup>-1 leaves. */
        public static final int MAX_LEVEL = 7;

        /** @throws IllegalArgumentException if there is no such tile in any log */
        public TileId {
            if (level < 0 || level > MAX_LEVEL) {
                throw new IllegalArgumentException("there are no tiles of level " + level);
            }
            Checks.notNegative("tile index", index);
        }
    }

    /**
     * A tile with all that it holds so far: storing it replaces what stood under its name.
     *
     * @param hashes 1 to {@link #WIDTH}, left to right
     */
    public record Tile(TileId id, List<Hash> hashes) {
        /** @throws IllegalArgumentException if the tile is empty or overfull */
        public Tile {
            if (hashes.isEmpty() || hashes.size() > WIDTH) {
                throw new IllegalArgumentException("a tile cannot hold " + hashes.size() + " hashes");
            }
            hashes = List.copyOf(hashes);
        }
    }

    /** Reads the stored tiles of one log. */
    @FunctionalInterface
    public interface TileReader {
        /**
         * The hashes of a tile as last stored; empty if it was never stored. May block on storage.
         *
         * @throws RuntimeException if storage fails: that is never "not stored"
         */
        List<Hash> tile(TileId id);
    }
}
