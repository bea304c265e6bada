// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.merkle.HashTiles.TileId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** Two trees of one log that agree on their first entries, and the heads that their owner signed. */
record TwoBranches(HashSource own, SignedHead ours, HashSource other, SignedHead theirs) {
    static TwoBranches of(Actor owner, LogId log, int common, int ourSize, int theirSize) {
        List<Hash> our = leaves(common, ourSize, "ours");
        List<Hash> their = leaves(common, theirSize, "theirs");
        return new TwoBranches(
                source(our),
                owner.head(log, ourSize, root(our)),
                source(their),
                owner.head(log, theirSize, root(their)));
    }

    private static List<Hash> leaves(int common, int size, String branch) {
        return LongStream.range(0, size)
                .mapToObj(seq -> Hashing.leaf(Actor.bytes((seq < common ? "both" : branch) + seq)))
                .toList();
    }

    private static Hash root(List<Hash> leaves) {
        return CompactRange.empty().appendAll(leaves).root();
    }

    private static HashSource source(List<Hash> leaves) {
        Map<TileId, List<Hash>> tiles = new HashMap<>();
        HashTiles.append(CompactRange.empty().grow(leaves), _ -> List.of())
                .forEach(tile -> tiles.put(tile.id(), tile.hashes()));
        return HashTiles.source(id -> tiles.getOrDefault(id, List.of()));
    }
}
