// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.TrafficHours;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.Test;

final class TrafficBudgetTest {
    private static final SchoolId SELF = school("00");
    private static final LogId OTHER = new LogId(school("01"), Channel.CATALOGUE, Scope.everyCircle(), 0);
    private static final LinkId ONE = new LinkId(1);
    private static final Instant NOON = Instant.parse("2026-09-01T12:10:00Z");
    private static final int ANSWER = Limits.ANSWER_BYTES + Limits.BODY_BYTES;

    @Test
    void asksUpToTheLimitAndNotOneByteBeyond() {
        TrafficBudget exact = budget(8, 15, 2L * ANSWER);
        assertTrue(exact.allows(OTHER, NOON));
        exact.asked(OTHER, ONE, NOON);
        assertTrue(exact.allows(OTHER, NOON));
        exact.asked(OTHER, ONE, NOON);
        assertFalse(exact.allows(OTHER, NOON));

        exact.answered(OTHER, ONE);
        exact.came(OTHER, NOON, ANSWER);
        assertFalse(exact.allows(OTHER, NOON));
        exact.answered(OTHER, ONE);
        assertTrue(exact.allows(OTHER, NOON));
        exact.came(OTHER, NOON, 1);
        assertFalse(exact.allows(OTHER, NOON));
        assertFalse(budget(8, 15, ANSWER - 1).allows(OTHER, NOON));
    }

    @Test
    void whatIsNeverAnsweredIsFreeAgain() {
        TrafficBudget budget = budget(8, 15, ANSWER);
        budget.asked(OTHER, ONE, NOON);
        assertFalse(budget.allows(OTHER, NOON.plus(Limits.ANSWER_OF_SLOW)));
        assertTrue(budget.allows(OTHER, NOON.plus(Limits.ANSWER_OF_SLOW).plusMillis(1)));

        budget.asked(OTHER, ONE, NOON);
        budget.linkGone(ONE);
        assertTrue(budget.allows(OTHER, NOON));
    }

    @Test
    void countsBodiesWhenItAsksForThem() {
        TrafficBudget bodies = budget(8, 15, 1_000);

        assertTrue(bodies.takes(OTHER, NOON, 1_000));
        assertFalse(bodies.takes(OTHER, NOON, 1));
        assertTrue(budget(8, 15, ANSWER).takes(OTHER, NOON, 64L * Limits.BODY_BYTES), "an answer brings no more");
        assertFalse(budget(8, 15, ANSWER - 1).takes(OTHER, NOON, 64L * Limits.BODY_BYTES));
    }

    @Test
    void startsAnewWithEachHourOfTheClock() {
        TrafficBudget budget = budget(8, 15, ANSWER);
        budget.came(OTHER, NOON, ANSWER);
        assertEquals(Optional.of(Instant.parse("2026-09-01T13:00:00Z")), budget.heldUntil(NOON));
        assertFalse(budget.allows(OTHER, Instant.parse("2026-09-01T12:59:59Z")));
        assertTrue(budget.allows(OTHER, Instant.parse("2026-09-01T13:00:00Z")));
        assertEquals(Optional.empty(), budget.heldUntil(Instant.parse("2026-09-01T13:00:00Z")));
    }

    @Test
    void aNodeThatMayTakeNothingWaitsForTheEndOfTheHours() {
        TrafficBudget none = budget(8, 15, 0);
        assertEquals(Optional.of(Instant.parse("2026-09-01T15:00:00Z")), none.heldUntil(NOON));
        assertEquals(Optional.empty(), none.heldUntil(Instant.parse("2026-09-01T15:00:00Z")));
        assertEquals(Optional.empty(), none.heldUntil(Instant.parse("2026-09-01T07:59:59Z")));
        assertTrue(none.allows(OTHER, Instant.parse("2026-09-01T15:00:00Z")));
    }

    @Test
    void whatIsDecidedAndWhatIsOursAlwaysPasses() {
        TrafficBudget none = budget(0, 24, 0);
        LogId control = new LogId(OTHER.school(), Channel.CONTROL, OTHER.scope(), 0);
        LogId own = new LogId(SELF, Channel.CATALOGUE, OTHER.scope(), 0);
        assertTrue(none.allows(control, NOON));
        assertTrue(none.takes(own, NOON, 1));
        assertFalse(none.allows(OTHER, NOON));
    }

    @Test
    void hoursMayPassMidnightAndFollowTheClockOfTheirZone() {
        TrafficHours night = new TrafficHours(ZoneOffset.UTC, 22, 6, 0);
        assertTrue(night.covers(Instant.parse("2026-09-01T22:00:00Z")));
        assertTrue(night.covers(Instant.parse("2026-09-01T05:59:59Z")));
        assertFalse(night.covers(Instant.parse("2026-09-01T06:00:00Z")));
        assertEquals(Instant.parse("2026-09-02T06:00:00Z"), night.end(Instant.parse("2026-09-01T22:30:00Z")));
        TrafficHours all = new TrafficHours(ZoneOffset.UTC, 7, 7, 0);
        assertTrue(all.covers(NOON));
        TrafficHours halfHourZone = new TrafficHours(ZoneId.of("Asia/Kolkata"), 8, 15, 0);
        assertEquals(
                Instant.parse("2026-09-01T07:30:00Z"), halfHourZone.nextHour(Instant.parse("2026-09-01T06:31:00Z")));
    }

    @Test
    void refusesHoursThatNoDayHas() {
        for (int[] wrong : new int[][] {{-1, 15}, {24, 15}, {8, 0}, {8, 25}}) {
            assertThrows(IllegalArgumentException.class, () -> new TrafficHours(ZoneOffset.UTC, wrong[0], wrong[1], 0));
        }
        assertThrows(IllegalArgumentException.class, () -> new TrafficHours(ZoneOffset.UTC, 8, 15, -1));
    }

    private static TrafficBudget budget(int from, int to, long bytes) {
        return new TrafficBudget(Optional.of(new TrafficHours(ZoneOffset.UTC, from, to, bytes)), SELF);
    }

    private static SchoolId school(String hex) {
        return new SchoolId(new Hash(Bytes.ofHex(hex).plus(Bytes.zeros(Hash.SIZE - 1))));
    }
}
