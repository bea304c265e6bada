// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;

/** The tree of a log as far as it is held. Reads may block and fail as those of the store do. */
public final class StoredTree {
    private StoredTree() {}

    public static HashSource of(LogId log, LogStore store) {
        return HashTiles.source(tile -> store.tile(log, tile));
    }

    /** Root of the first {@code size} entries, of which all must be held: what a smaller head must agree with. */
    public static Hash root(LogId log, long size, LogStore store) {
        return Proofs.root(size, of(log, store));
    }
}
