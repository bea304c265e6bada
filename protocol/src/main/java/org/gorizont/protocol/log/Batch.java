// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/**
 * Drafts made into entries.
 *
 * @param tooLarge the first limit that was passed, in words; then there are no entries
 */
record Batch(List<Entry> entries, Optional<String> tooLarge) {
    static Batch of(List<Draft> drafts) {
        if (drafts.size() > Limits.BATCH_ENTRIES) {
            return tooLarge(drafts.size() + " entries are more than " + Limits.BATCH_ENTRIES);
        }
        List<Entry> entries = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            if (draft.references().size() > Header.MAX_REFERENCES) {
                return tooLarge(draft.references().size() + " references are more than " + Header.MAX_REFERENCES);
            }
            if (draft.bodyLength() > Limits.BODY_BYTES) {
                return tooLarge("a body of " + draft.bodyLength() + " bytes is longer than " + Limits.BODY_BYTES);
            }
            Bytes header = LogCodec.header(draft.header());
            if (header.size() > Limits.HEADER_BYTES) {
                return tooLarge("a header of " + header.size() + " bytes is longer than " + Limits.HEADER_BYTES);
            }
            entries.add(LogCodec.entry(header, draft.body()));
        }
        return new Batch(entries, Optional.empty());
    }

    Written write(LogState state, Signer signer, LogStore store, long arrival) {
        if (tooLarge.isPresent()) {
            return new Written.Refused(Refusal.TOO_LARGE, tooLarge.get());
        }
        long from = state.held();
        if (entries.isEmpty()) {
            return new Written.Done(List.of(), state, from, from);
        }
        LogId log = state.log();
        List<Hash> leaves = entries.stream().map(Entry::hash).toList();
        CompactRange.Grown grown = state.range().grow(leaves);
        CompactRange range = grown.range();
        LogState next = new LogState(
                log, range, Optional.of(sign(state, range, signer)), Optional.empty(), Optional.empty(), arrival);

        List<Change> changes = new ArrayList<>();
        changes.add(new Change.EntriesAdded(log, from, entries));
        HashTiles.append(grown, tile -> store.tile(log, tile))
                .forEach(tile -> changes.add(new Change.TileWritten(log, tile.id(), tile.hashes())));
        changes.add(new Change.LogAdvanced(next));
        changes.add(new Change.ArrivalAdded(new Arrival(arrival, log, from, range.size())));
        return new Written.Done(changes, next, from, range.size());
    }

    private static SignedHead sign(LogState state, CompactRange range, Signer signer) {
        long floor = state.head().map(head -> head.head().floor()).orElse(0L);
        Head head = new Head(state.log(), range.size(), range.root(), floor);
        Bytes exact = LogCodec.head(head);
        return new SignedHead(head, exact, signer.sign(SigningContext.HEAD, exact));
    }

    private static Batch tooLarge(String limit) {
        return new Batch(List.of(), Optional.of(limit));
    }
}
