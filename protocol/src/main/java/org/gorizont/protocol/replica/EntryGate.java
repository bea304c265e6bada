// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.log.HeadCheck;
import org.gorizont.protocol.log.StoredTree;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/**
 * The one gate for foreign data: notices, answers and bundles all pass here. Decides what is <em>held</em>; whether it is
 * effective is the folds' question. Pure: reads, and says what would change.
 *
 * <p>Order of questions for entries: head (key by the chain, signature), continuity, duplicates, proof under the head,
 * limits, bodies against their commitments.
 */
final class EntryGate {
    private final LogStore store;
    private final LogTable logs;
    private final SignatureVerifier verifier;
    private final HeadCheck heads = new HeadCheck();

    EntryGate(LogStore store, LogTable logs, SignatureVerifier verifier) {
        this.store = store;
        this.logs = logs;
        this.verifier = verifier;
    }

    /**
     * What passed, and what the store must write for it.
     *
     * @param from seq of the first entry added: behind a gap, above what is held
     */
    record Passed(LogState before, LogState after, long from, List<Entry> added, List<Change> changes) {}

    /**
     * Verdict, and what passed when it is {@link Verdict.Accepted}.
     *
     * @param end where an entry over a limit was found: the log ends there
     */
    record Judgement(Verdict verdict, Optional<Passed> passed, Optional<Long> end) {
        static Judgement of(Verdict verdict) {
            return new Judgement(verdict, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Whether a head counts, and how it stands to what is held: Known (nothing new), Accepted (there is more to pull),
     * Contradicts (it cannot be a version of what is held), or refused.
     */
    Verdict judge(SignedHead head, Optional<IdentityChain> chain) {
        LogState state = logs.state(head.log());
        Verdict verdict = chain.isEmpty() ? new Verdict.Unidentified() : genuine(state, head, chain.get());
        if (!(verdict instanceof Verdict.Accepted)) {
            return verdict;
        }
        if (isDecided(state) && !isSealed(head)) {
            return head.size() <= state.held() && !contradicts(state, head)
                    ? new Verdict.Known()
                    : new Verdict.Stopped("only what was sealed is taken");
        }
        long end = logs.end(state);
        if (state.held() >= end && head.size() > end) {
            return new Verdict.Stopped("the log ends at " + end);
        }
        if (head.size() > state.held()) {
            return new Verdict.Accepted();
        }
        return contradicts(state, head) ? new Verdict.Contradicts() : new Verdict.Known();
    }

    private boolean contradicts(LogState state, SignedHead head) {
        return StoredTree.contradicts(state, head.size(), head.root(), store);
    }

    /** Somebody has shown the sealed head: from then on entries are taken under it alone, never those of another version. */
    private boolean isDecided(LogState state) {
        return state.witnessed().filter(this::isSealed).isPresent();
    }

    private boolean isSealed(SignedHead head) {
        return logs.seal(head.log())
                .filter(seal -> seal.size() == head.size() && seal.root().equals(head.root()))
                .isPresent();
    }

    /** The signature of a head that is kept was checked before; a seal may have come since. */
    private Verdict genuine(LogState state, SignedHead head, IdentityChain chain) {
        boolean kept = state.head().filter(head::equals).isPresent()
                || state.witnessed().filter(head::equals).isPresent();
        return kept ? HeadCheck.underSeal(head, chain) : heads.check(head, chain, verifier);
    }

    Judgement judge(Entries frame, Optional<IdentityChain> chain) {
        LogState state = logs.state(frame.log());
        if (!frame.head().log().equals(frame.log())) {
            return Judgement.of(new Verdict.Rejected("the head is of another log"));
        }
        if (frame.end() > frame.head().size()) {
            return Judgement.of(new Verdict.Rejected("entries beyond the head"));
        }
        Verdict verdict = judge(frame.head(), chain);
        if (!(verdict instanceof Verdict.Accepted)) {
            return Judgement.of(verdict);
        }
        if (frame.start() > state.held()) {
            return Restart.of(state, frame, logs.end(state), logs.mayBeginAnew(frame.log()))
                    .map(behind -> judgeFresh(behind, frame, frame.entries()))
                    .orElseGet(() -> Judgement.of(new Verdict.Early(state.held())));
        }
        if (frame.end() <= state.held()) {
            return Judgement.of(new Verdict.Known());
        }
        List<Entry> fresh = frame.entries()
                .subList((int) (state.held() - frame.start()), frame.entries().size());
        return judgeFresh(state, frame, fresh);
    }

    private Judgement judgeFresh(LogState state, Entries frame, List<Entry> fresh) {
        List<Hash> leaves = fresh.stream().map(Entry::hash).toList();
        CompactRange.Grown grown = state.range().grow(leaves);
        CompactRange range = grown.range();
        SignedHead head = frame.head();
        if (range.size() == head.size() ? !range.root().equals(head.root()) : !proves(frame, range)) {
            // A wrong range at the floor says nothing about the log, and much about who sent it.
            return Judgement.of(
                    isBehindGap(state)
                            ? new Verdict.Rejected("the range at the floor does not lead to the head")
                            : new Verdict.Contradicts());
        }
        // What is under the head is under it in every part, so an end in the middle spoils nothing before it.
        int room = (int) Math.min(fresh.size(), logs.end(state) - state.held());
        int fit = fitting(fresh.subList(0, room));
        Optional<Long> end = fit < room ? Optional.of(state.held() + fit) : Optional.empty();
        if (fit == fresh.size()) {
            return new Judgement(new Verdict.Accepted(), Optional.of(pass(state, grown, head, fresh)), end);
        }
        if (fit == 0) {
            return new Judgement(new Verdict.Stopped("the log ends at " + state.held()), Optional.empty(), end);
        }
        CompactRange.Grown kept = state.range().grow(leaves.subList(0, fit));
        Passed passed = pass(state, kept, head, fresh.subList(0, fit));
        return new Judgement(new Verdict.Accepted(), Optional.of(passed), end);
    }

    /** How many entries stand before the first one over a limit (W11). Asks headers alone, so all nodes agree. */
    private static int fitting(List<Entry> entries) {
        int fit = 0;
        while (fit < entries.size() && withinLimits(entries.get(fit))) {
            fit++;
        }
        return fit;
    }

    private static boolean withinLimits(Entry entry) {
        return entry.headerBytes().size() <= Limits.HEADER_BYTES
                && entry.header().map(header -> header.bodyLength()).orElse(0) <= Limits.BODY_BYTES;
    }

    private static boolean proves(Entries frame, CompactRange range) {
        Optional<Consistency> proof = frame.proof();
        return proof.isPresent()
                && proof.get().oldSize() == range.size()
                && proof.get().newSize() == frame.head().size()
                && proof.get().verifies(range.root(), frame.head().root());
    }

    /** Whether this state would begin behind a gap: then it is not the one that is held. */
    private boolean isBehindGap(LogState state) {
        return state.held() > logs.state(state.log()).held();
    }

    private Passed pass(LogState state, CompactRange.Grown grown, SignedHead head, List<Entry> fresh) {
        CompactRange range = grown.range();
        LogId log = state.log();
        List<Entry> fitting = fresh.stream().map(EntryGate::withFittingBody).toList();
        List<Entry> entries = HeldBodies.fill(store, log, fitting);
        boolean whole = range.size() == head.size();
        Optional<SignedHead> witnessed = whole
                ? state.witnessed().filter(w -> w.size() > range.size())
                : Optional.of(
                        state.witnessed().filter(w -> w.size() > head.size()).orElse(head));
        Optional<Long> forkedAt = whole && isSealed(head) ? Optional.empty() : state.forkedAt();
        LogState after = new LogState(
                log,
                range,
                whole ? Optional.of(head) : state.head(),
                witnessed,
                forkedAt,
                logs.nextArrival(),
                whole ? state.beginning().under(head) : state.beginning());
        List<Change> changes = new ArrayList<>(isBehindGap(state) ? Restart.tiles(state) : List.of());
        changes.add(new Change.EntriesAdded(log, state.held(), entries));
        changes.addAll(tiles(state, grown));
        changes.add(new Change.LogAdvanced(after));
        changes.add(new Change.ArrivalAdded(new Arrival(after.arrival(), log, state.held(), range.size())));
        if (after.floor() > state.floor()) {
            changes.add(Change.FloorRaised.of(state, after));
        }
        return new Passed(logs.state(log), after, state.held(), entries, changes);
    }

    private List<Change> tiles(LogState state, CompactRange.Grown grown) {
        LogId log = state.log();
        HashTiles.TileReader stored =
                isBehindGap(state) ? HashTiles.placeholdersFor(state.held()) : id -> store.tile(log, id);
        List<Change> changes = new ArrayList<>();
        for (HashTiles.Tile tile : HashTiles.append(grown, stored)) {
            changes.add(new Change.TileWritten(log, tile.id(), tile.hashes()));
        }
        return changes;
    }

    /** A body that does not fit is dropped: the header stands, and the body is asked elsewhere (W33). */
    private static Entry withFittingBody(Entry entry) {
        Optional<Body> fitting = entry.body()
                .filter(body ->
                        entry.header().filter(header -> fits(header, body)).isPresent());
        return fitting.equals(entry.body()) ? entry : entry.withoutBody();
    }

    /** Whether a body is the one that the header promises. */
    static boolean fits(Header header, Body body) {
        return header.bodyLength() == body.content().size() && Hashing.fits(body, header.commitment());
    }
}
