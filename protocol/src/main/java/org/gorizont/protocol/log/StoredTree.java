// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.Optional;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.merkle.LaterTree;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;

/** The tree of a log as far as it is known here. Reads may block and fail as those of the store do. */
public final class StoredTree {
    private StoredTree() {}

    public static HashSource of(LogId log, LogStore store) {
        HashSource tiles = HashTiles.source(tile -> store.tile(log, tile));
        CompactRange before =
                store.log(log).map(state -> state.beginning().tree()).orElseGet(CompactRange::empty);
        return before.size() == 0 ? tiles : new LaterTree(before, tiles);
    }

    /**
     * Root of the first {@code size} entries, of which all must be held: what a smaller head must agree with. Empty if the
     * tree is not known so far back: it began at a floor here.
     */
    public static Optional<Hash> root(LogId log, long size, LogStore store) {
        HashSource tree = of(log, store);
        return size < tree.first() ? Optional.empty() : Optional.of(Proofs.root(size, tree));
    }

    /** Whether the first {@code size} entries, of which all must be held, have another root than {@code root}. */
    public static boolean contradicts(LogState state, long size, Hash root, LogStore store) {
        return size == state.held()
                ? !state.range().root().equals(root)
                : root(state.log(), size, store)
                        .filter(own -> !own.equals(root))
                        .isPresent();
    }
}
