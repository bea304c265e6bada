// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** Held entries as others can verify them. Reads may block and fail as those of the store do. */
public final class StoredEntries {
    private StoredEntries() {}

    /**
     * Entries from {@code from} on, below {@code to} and below the head, as many as one frame carries, with the proof that
     * they belong under the head. None if {@code from} is not below both, or not here any more.
     *
     * @param head of which every entry is held
     */
    public static Entries frame(LogStore store, SignedHead head, long from, long to) {
        List<Entry> entries = entries(store, head, from, to);
        return new Entries(head.log(), from, entries, head, toHead(store, head, from, entries.size()), List.of());
    }

    /** What was asked for; nothing if the asker lacks what is before it and could not be shown that it fits. */
    public static Entries answer(LogStore store, SignedHead head, Want want) {
        return want.gap() == 0
                ? frame(store, head, want.from(), want.to(), want.sparing())
                : behindGap(store, head, want.from() - want.gap(), want.from(), want.to());
    }

    /**
     * As {@link #frame}, with all that somebody needs who holds the first {@code held} entries and nothing between. Nothing
     * at all if that is not known here.
     */
    public static Entries behindGap(LogStore store, SignedHead head, long held, long from, long to) {
        HashSource tree = StoredTree.of(head.log(), store);
        boolean known = from <= head.size() && from >= beginning(store, head) && (held == 0 || held >= tree.first());
        if (!known) {
            return new Entries(head.log(), from, List.of(), head, Optional.empty(), List.of());
        }
        List<Entry> entries = entries(store, head, from, to);
        List<Hash> base = Proofs.compactRange(from, tree).hashes();
        Optional<Consistency> bridge = held == 0 ? Optional.empty() : Optional.of(Proofs.consistency(held, from, tree));
        return new Entries(head.log(), from, entries, head, toHead(store, head, from, entries.size()), base, bridge);
    }

    private static Entries frame(LogStore store, SignedHead head, long from, long to, boolean sparing) {
        Entries frame = frame(store, head, from, to);
        return sparing && mayStateAgain(head) ? frame.spared() : frame;
    }

    /** Whether looking for what is stated again is worth reading every header: it follows a raised floor or another key. */
    private static boolean mayStateAgain(SignedHead head) {
        return head.floor() > 0 || head.log().incarnation() > 0;
    }

    private static List<Entry> entries(LogStore store, SignedHead head, long from, long to) {
        long limit = Math.min(to, Math.min(head.size(), from + Limits.ENTRIES_IN_FRAME));
        boolean here = from < limit && from >= beginning(store, head);
        return here ? store.entries(head.log(), from, limit, Limits.ANSWER_BYTES) : List.of();
    }

    private static long beginning(LogStore store, SignedHead head) {
        return store.log(head.log()).map(state -> state.floor()).orElse(0L);
    }

    private static Optional<Consistency> toHead(LogStore store, SignedHead head, long from, int count) {
        LogId log = head.log();
        long end = from + count;
        boolean proves = count > 0 && end < head.size();
        return proves ? Optional.of(Proofs.consistency(end, head.size(), StoredTree.of(log, store))) : Optional.empty();
    }
}
