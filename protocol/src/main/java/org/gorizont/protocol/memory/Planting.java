// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** Writing into a store past all rules of a replica: what thieves and liars do in scenes. */
public final class Planting {
    private Planting() {}

    /** The entry of a draft, as its owner would write it. */
    public static Entry entry(Draft draft) {
        return LogCodec.entry(LogCodec.header(draft.header()), draft.body());
    }

    /**
     * Goes on in a log, under a new head. Nothing is synced.
     *
     * @param signer signs as the owner of the log, or so that others do not believe it
     */
    public static void append(MemoryLogStore store, LogId log, List<Entry> entries, Signer signer) {
        LogState before = store.log(log).orElseGet(() -> LogState.empty(log));
        List<Hash> leaves = entries.stream().map(Entry::hash).toList();
        CompactRange.Grown grown = before.range().grow(leaves);
        CompactRange range = grown.range();
        Head head = new Head(log, range.size(), range.root(), 0);
        Bytes exact = LogCodec.head(head);
        SignedHead signed = new SignedHead(head, exact, signer.sign(SigningContext.HEAD, exact));
        long arrival = store.lastArrival() + 1;
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.EntriesAdded(log, before.held(), entries));
        HashTiles.append(grown, tile -> store.tile(log, tile))
                .forEach(tile -> changes.add(new Change.TileWritten(log, tile.id(), tile.hashes())));
        changes.add(new Change.LogAdvanced(
                new LogState(log, range, Optional.of(signed), Optional.empty(), Optional.empty(), arrival)));
        changes.add(new Change.ArrivalAdded(new Arrival(arrival, log, before.held(), range.size())));
        store.apply(changes);
    }
}
