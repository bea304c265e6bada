// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.ItemRequest;
import org.gorizont.protocol.frame.ItemVector;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.jspecify.annotations.Nullable;

/**
 * Learns over one link what the neighbour has of one circle.
 *
 * <pre>
 * IDLE      --begin, a cursor is kept------&gt; PAGES     --last page---------------&gt; SETTLING
 * IDLE      --begin, no cursor--------------&gt; SYMBOLS
 * PAGES     --page says lost---------------&gt; SYMBOLS
 * SYMBOLS   --decoded----------------------&gt; FETCHING  --last batch of items-----&gt; SETTLING
 * SYMBOLS   --cannot be decoded------------&gt; VECTOR    --last part---------------&gt; FETCHING
 * SETTLING  --every named log is held------&gt; IDLE, and the cursor moves
 * SETTLING  --begin, all is held back------&gt; PAGES, behind what is held back
 * any       --no progress for {@link Limits#ANSWER} at a begin-&gt; IDLE, the cursor stays
 * </pre>
 *
 * The cursor moves only when everything it stands for is on its way to the disk in the same turn or before; a lost link
 * therefore costs at most a repetition.
 */
public final class CirclePull {
    /** With so few logs of the circle here, the whole list of heads is no dearer than a reconciliation. */
    private static final int FEW_LOGS = 16;

    private enum Phase {
        IDLE,
        PAGES,
        SYMBOLS,
        VECTOR,
        FETCHING,
        SETTLING
    }

    private final LinkId link;
    private final SchoolId peer;
    private final CircleId circle;
    private final CircleSets sets;
    private final HeadSink sink;
    private final Supplier<Bytes> freshKeys;

    private final Map<LogId, Long> pending = new TreeMap<>();
    private final Deque<List<Long>> batches = new ArrayDeque<>();
    private final TreeSet<Long> vector = new TreeSet<>();
    private Phase phase = Phase.IDLE;
    private Instant since = Instant.MIN;
    private Cursor cursor;
    private Cursor candidate = Cursor.NONE;
    private Bytes key = Bytes.empty();
    private boolean stale;
    private boolean again;
    private long remoteSize;
    private @Nullable SymbolDecoder decoder;
    private @Nullable CircleSet freshSet;

    /**
     * @param cursor as it was kept from the last time, or {@link Cursor#NONE}
     * @param freshKeys 16 bytes each, not known to others before they are used
     */
    public CirclePull(
            LinkId link,
            SchoolId peer,
            CircleId circle,
            Cursor cursor,
            CircleSets sets,
            HeadSink sink,
            Supplier<Bytes> freshKeys) {
        this.link = link;
        this.peer = peer;
        this.circle = circle;
        this.cursor = cursor;
        this.sets = sets;
        this.sink = sink;
        this.freshKeys = freshKeys;
    }

    /** Asks what is new; while something is under way, asks again after it. */
    public void begin(Turn turn) {
        if (waitsForTheHour(turn)) {
            since = turn.now();
            phase = Phase.PAGES;
            turn.send(link, new CursorRequest(circle, candidate));
            return;
        }
        if (phase != Phase.IDLE && turn.now().isBefore(since.plus(Limits.ANSWER))) {
            again = true;
            return;
        }
        reset();
        again = false;
        stale = false;
        since = turn.now();
        if (cursor.equals(Cursor.NONE)) {
            reconcile(turn);
        } else {
            phase = Phase.PAGES;
            turn.send(link, new CursorRequest(circle, cursor));
        }
    }

    /**
     * Whether all that is missing is held back: then what is new is asked for behind it, so that decisions of the circle still
     * arrive, and nothing is told twice. The cursor that is kept stays where it is.
     */
    private boolean waitsForTheHour(Turn turn) {
        return phase == Phase.SETTLING
                && !stale
                && !candidate.equals(Cursor.NONE)
                && pending.keySet().stream().allMatch(log -> sink.isHeldBack(turn, log));
    }

    /**
     * Other logs belong to the circle now: what was skipped must be found again, so the cursor means nothing, nor does the
     * one that is under way. The next {@link #begin} starts anew.
     */
    public void membersChanged() {
        cursor = Cursor.NONE;
        stale = true;
    }

    public void page(Turn turn, CursorPage page) {
        if (phase != Phase.PAGES && phase != Phase.FETCHING) {
            return;
        }
        since = turn.now();
        if (page.lost()) {
            reconcile(turn);
            return;
        }
        page.heads().forEach(head -> offer(turn, head));
        if (phase == Phase.FETCHING) {
            fetchOrSettle(turn);
            return;
        }
        candidate = page.cursor();
        if (page.last() || page.heads().isEmpty()) {
            phase = Phase.SETTLING;
            settle(turn);
        } else {
            turn.send(link, new CursorRequest(circle, candidate));
        }
    }

    /** Takes symbols in; what is wrong with them, if no honest node sends such. */
    public Optional<String> symbols(Turn turn, Symbols symbols) {
        if (phase != Phase.SYMBOLS) {
            return Optional.empty();
        }
        since = turn.now();
        if (decoder == null && symbols.start() == 0) {
            decoder = new SymbolDecoder(sets.own(circle).symbols(), symbols.setSize());
            candidate = symbols.cursor();
            remoteSize = symbols.setSize();
        }
        if (decoder == null || symbols.start() != decoder.received()) {
            return Optional.empty();
        }
        if (symbols.setSize() != remoteSize || !symbols.cursor().equals(candidate)) {
            // Symbols of two sets do not go together.
            askVector(turn);
            return Optional.empty();
        }
        switch (decoder.receive(symbols.start(), symbols.packed())) {
            case MORE ->
                turn.send(link, new SymbolRequest(circle, key, decoder.received(), decoder.nextBatch(), false));
            case DECODED -> found(turn, decoder.remoteOnly(), decoder.localOnly());
            case GIVE_UP -> askVector(turn);
            case MALFORMED -> {
                askVector(turn);
                return Optional.of("coded symbols that no set has");
            }
        }
        return Optional.empty();
    }

    /** Takes part of a vector in; what is wrong with it, if no honest node sends such. */
    public Optional<String> vector(Turn turn, ItemVector part) {
        if (phase != Phase.VECTOR || !part.key().equals(key)) {
            return Optional.empty();
        }
        since = turn.now();
        if (vector.isEmpty()) {
            candidate = part.cursor();
        }
        vector.addAll(part.items());
        if (vector.size() > SymbolDecoder.MAX_ITEMS) {
            reset();
            return Optional.of("more than " + SymbolDecoder.MAX_ITEMS + " items");
        }
        if (part.last()) {
            List<Long> own = mine().items();
            List<Long> localOnly =
                    own.stream().filter(item -> !vector.contains(item)).toList();
            own.forEach(vector::remove);
            found(turn, List.copyOf(vector), localOnly);
        }
        return Optional.empty();
    }

    /** A log is held up to {@code held} now. */
    public void advanced(Turn turn, LogId log, long held) {
        if (pending.getOrDefault(log, Long.MAX_VALUE) <= held) {
            pending.remove(log);
            since = turn.now();
            settle(turn);
        }
    }

    /** A log does not grow any more here, so nobody waits for it. */
    public void stopped(Turn turn, LogId log) {
        if (pending.remove(log) != null) {
            settle(turn);
        }
    }

    public boolean isIdle() {
        return phase == Phase.IDLE;
    }

    private void reconcile(Turn turn) {
        reset();
        if (sets.own(circle).symbols().size() <= FEW_LOGS) {
            phase = Phase.PAGES;
            turn.send(link, new CursorRequest(circle, Cursor.NONE));
        } else {
            phase = Phase.SYMBOLS;
            turn.send(link, new SymbolRequest(circle, key, 0, SymbolDecoder.FIRST_BATCH, false));
        }
    }

    private void askVector(Turn turn) {
        phase = Phase.VECTOR;
        key = freshKeys.get();
        freshSet = null;
        turn.send(link, new SymbolRequest(circle, key, 0, 0, true));
    }

    private void found(Turn turn, List<Long> remoteOnly, List<Long> localOnly) {
        for (List<Long> part : parts(localOnly)) {
            turn.send(link, new HeadNotice(mine().heads(part), List.of()));
        }
        batches.addAll(parts(remoteOnly));
        phase = Phase.FETCHING;
        fetchOrSettle(turn);
    }

    /** The own set under the key of this exchange. */
    private CircleSet mine() {
        if (key.isEmpty()) {
            return sets.own(circle);
        }
        CircleSet set = freshSet;
        if (set == null) {
            set = sets.fresh(circle, key);
            freshSet = set;
        }
        return set;
    }

    private void fetchOrSettle(Turn turn) {
        List<Long> batch = batches.poll();
        if (batch != null) {
            turn.send(link, new ItemRequest(circle, key, batch));
        } else {
            phase = Phase.SETTLING;
            settle(turn);
        }
    }

    private void offer(Turn turn, SignedHead head) {
        if (sink.offer(turn, link, head) == HeadSink.Offer.PENDING) {
            pending.merge(head.log(), head.size(), Math::max);
        }
    }

    private void settle(Turn turn) {
        if (phase != Phase.SETTLING || !pending.isEmpty()) {
            return;
        }
        if (!stale && !candidate.equals(cursor)) {
            cursor = candidate;
            turn.persist(new Change.CursorMoved(peer, circle, cursor));
        }
        reset();
        if (again) {
            begin(turn);
        }
    }

    private void reset() {
        phase = Phase.IDLE;
        pending.clear();
        batches.clear();
        vector.clear();
        key = Bytes.empty();
        decoder = null;
        freshSet = null;
    }

    private static List<List<Long>> parts(List<Long> items) {
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < items.size(); from += Limits.HEADS_IN_FRAME) {
            parts.add(items.subList(from, Math.min(items.size(), from + Limits.HEADS_IN_FRAME)));
        }
        return parts;
    }
}
