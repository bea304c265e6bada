// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.actors.Entries;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Logs;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.LogId;
import org.junit.jupiter.api.Test;

/** What a pull does with symbols that no honest neighbour sends, or that do not go together. */
final class CirclePullTest {
    private static final CircleId CIRCLE = new CircleId(Hashing.tagged("test", Bytes.zeros(1)));
    private static final Cursor CURSOR = new Cursor(Bytes.zeros(16), 9);
    private static final Cursor LATER = new Cursor(Bytes.zeros(16), 10);
    private static final int OWN = 400;
    private static final int MORE_THERE = 30;

    private final CircleSets sets = new CircleSets(new ManyLogs(), (circle, log) -> true);
    private final CirclePull pull = new CirclePull(
            new LinkId(1),
            Actor.named("bob").id(),
            CIRCLE,
            Cursor.NONE,
            sets,
            (turn, link, head) -> HeadSink.Offer.HELD,
            () -> Bytes.zeros(16));

    @Test
    void symbolsThatNoSetHasAreAnOffence() {
        begin();

        Optional<String> problem = pull.symbols(turn(), symbols(0, OWN, CURSOR, Bytes.zeros(5)));

        assertTrue(problem.isPresent());
    }

    @Test
    void aLaterBatchOfAnotherSetLeadsToTheWholeVectorAndIsNoOffence() {
        begin();
        CodedSymbols theirs = sets.own(CIRCLE).symbols().copy();
        ItemSets.random(new SplittableRandom(1), MORE_THERE).forEach(theirs::add);
        Turn first = turn();
        assertEquals(
                Optional.empty(),
                pull.symbols(first, symbols(0, theirs.size(), CURSOR, theirs.packed(0, SymbolDecoder.FIRST_BATCH))));
        SymbolRequest more = request(first);
        assertFalse(more.whole());

        Turn second = turn();
        Bytes next = theirs.packed(more.start(), more.count());
        Optional<String> problem = pull.symbols(second, symbols(more.start(), theirs.size(), LATER, next));

        assertEquals(Optional.empty(), problem);
        assertTrue(request(second).whole());
    }

    private void begin() {
        Turn turn = turn();
        pull.begin(turn);
        assertEquals(0, request(turn).start());
    }

    private static Symbols symbols(long start, long size, Cursor cursor, Bytes packed) {
        return new Symbols(CIRCLE, Bytes.empty(), start, size, cursor, packed);
    }

    private static Turn turn() {
        return new Turn(Entries.MORNING.plus(Duration.ofSeconds(1)));
    }

    private static SymbolRequest request(Turn turn) {
        return (SymbolRequest) ((Effect.Send) turn.effects().getFirst()).frame();
    }

    /** More logs than are listed without a reconciliation. */
    private static final class ManyLogs implements Logs {
        @Override
        public LogState state(LogId log) {
            return LogState.empty(log);
        }

        @Override
        public List<LogState> changedSince(long after, Predicate<LogId> matching, int limit) {
            List<LogState> states = new ArrayList<>();
            for (int i = 0; i < OWN; i++) {
                Actor school = Actor.named("school-" + i);
                CompactRange range = CompactRange.empty().append(Hashing.tagged("test", Bytes.zeros(i + 1)));
                states.add(new LogState(
                        school.catalogue(),
                        range,
                        Optional.of(school.head(school.catalogue(), 1, range.root())),
                        Optional.empty(),
                        Optional.empty(),
                        i + 1));
            }
            return states;
        }

        @Override
        public long lastArrival() {
            return OWN;
        }
    }
}
