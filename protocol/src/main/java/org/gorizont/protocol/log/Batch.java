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

    /** Held entries once more, word for word, each with the place where it stood first. */
    static Batch again(List<Restated> restated) {
        List<Entry> entries = new ArrayList<>(restated.size());
        for (Restated one : restated) {
            Bytes header = LogCodec.header(one.header());
            if (header.size() > Limits.HEADER_BYTES) {
                return tooLarge("a header of " + header.size() + " bytes is longer than " + Limits.HEADER_BYTES);
            }
            entries.add(LogCodec.entry(header, one.body()));
        }
        return new Batch(entries, Optional.empty());
    }

    Written write(LogState state, Signer signer, LogStore store, long arrival) {
        return write(state, signer, store, arrival, 0);
    }

    /** @param floor the least floor of the new head; it never falls below that of the one before */
    Written write(LogState state, Signer signer, LogStore store, long arrival, long floor) {
        if (tooLarge.isPresent()) {
            return new Written.Refused(Refusal.TOO_LARGE, tooLarge.get());
        }
        long from = state.held();
        if (entries.isEmpty() && floor <= state.floor()) {
            return new Written.Done(List.of(), state, from, from);
        }
        LogId log = state.log();
        List<Hash> leaves = entries.stream().map(Entry::hash).toList();
        CompactRange.Grown grown = state.range().grow(leaves);
        CompactRange range = grown.range();
        SignedHead head = sign(state, range, floor, signer);
        LogState next = new LogState(
                log,
                range,
                Optional.of(head),
                Optional.empty(),
                Optional.empty(),
                arrival,
                state.beginning().under(head));

        List<Change> changes = new ArrayList<>();
        changes.add(new Change.EntriesAdded(log, from, entries));
        HashTiles.append(grown, tile -> store.tile(log, tile))
                .forEach(tile -> changes.add(new Change.TileWritten(log, tile.id(), tile.hashes())));
        changes.add(new Change.LogAdvanced(next));
        if (next.floor() > state.floor()) {
            changes.add(Change.FloorRaised.of(state, next));
        }
        changes.add(new Change.ArrivalAdded(new Arrival(arrival, log, from, range.size())));
        return new Written.Done(changes, next, from, range.size());
    }

    private static SignedHead sign(LogState state, CompactRange range, long floor, Signer signer) {
        long before = state.head().map(head -> head.head().floor()).orElse(0L);
        Head head = new Head(state.log(), range.size(), range.root(), Math.max(before, floor));
        Bytes exact = LogCodec.head(head);
        return new SignedHead(head, exact, signer.sign(SigningContext.HEAD, exact));
    }

    private static Batch tooLarge(String limit) {
        return new Batch(List.of(), Optional.of(limit));
    }
}
