// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.Test;

final class RangePullsTest {
    private static final SchoolId ALICE = new SchoolId(new Hash(Bytes.zeros(Hash.SIZE)));
    private static final LogId LOG = new LogId(ALICE, Channel.CATALOGUE, Scope.everyCircle(), 0);
    private static final LinkId ONE = new LinkId(1);
    private static final LinkId TWO = new LinkId(2);
    private static final int BYTES = 600;

    private final RangePulls pulls = new RangePulls(new TrafficBudget(Optional.empty(), ALICE));
    private Instant now = Instant.parse("2026-09-01T05:00:00Z");

    @Test
    void whatALostNeighbourWasAskedForIsAskedOfAnother() {
        assertEquals(
                List.of(ONE),
                asked(turn -> pulls.offered(turn, ONE, LOG, new RangePulls.Offer(8, 0, 10, true, false))));
        assertEquals(
                List.of(), asked(turn -> pulls.offered(turn, TWO, LOG, new RangePulls.Offer(8, 0, 10, true, false))));

        assertEquals(List.of(TWO), asked(turn -> pulls.linkGone(turn, ONE)));
    }

    @Test
    void asksMoreOfWhoAnswersSoonAndLessOfWhoIsSlow() {
        assertEquals(
                2,
                asked(turn -> pulls.offered(turn, ONE, LOG, new RangePulls.Offer(0, 0, 1_000_000, true, false)))
                        .size());

        assertEquals(2, answered(0, 1), "one for the answer, one more since it came soon");
        assertEquals(2, answered(1, 1));
        assertEquals(1, answered(2, 1), "no more than " + Limits.REQUESTS_FOR_LOG);
        assertEquals(0, answered(3, 20));
        assertEquals(0, answered(4, 20));
        assertEquals(0, answered(5, 20));
        assertEquals(1, answered(6, 20), "one at a time");
    }

    @Test
    void asksSomebodyElseOnlyWhenANeighbourHasFallenSilent() {
        asked(turn -> pulls.offered(turn, ONE, LOG, new RangePulls.Offer(0, 0, 1_000_000, true, false)));
        asked(turn -> pulls.offered(turn, TWO, LOG, new RangePulls.Offer(0, 0, 1_000_000, true, false)));
        now = now.plusSeconds(29);
        answered(0, 0);
        now = now.plusSeconds(29);
        assertEquals(List.of(), asked(pulls::expire), "it goes on answering");

        now = now.plusSeconds(2);
        assertEquals(true, asked(pulls::expire).stream().allMatch(TWO::equals));
    }

    private static long range() {
        return Limits.ANSWER_BYTES * 7L / 8 / BYTES;
    }

    private int answered(int number, int seconds) {
        now = now.plusSeconds(seconds);
        long start = number * range();
        return asked(turn -> pulls.answered(turn, ONE, LOG, start, (int) range(), range() * BYTES, start + range()))
                .size();
    }

    /** The links that were asked for a range. */
    private List<LinkId> asked(java.util.function.Consumer<Turn> what) {
        Turn turn = new Turn(now);
        what.accept(turn);
        return turn.effects().stream()
                .filter(effect -> effect instanceof Effect.Send(var _, Want _))
                .map(effect -> ((Effect.Send) effect).link())
                .toList();
    }
}
