// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class EnteringTest {
    private final SetClock clock = new SetClock();
    private final Sessions sessions = new Sessions(new SecureRandom(), clock);
    private final Attempts attempts = new Attempts(clock);

    @Test
    void aSessionThatIsUsedLivesUntilItsAbsoluteEnd() {
        String token = sessions.begin("a");
        Duration step = Sessions.IDLE.minusMinutes(1);
        Duration passed = Duration.ZERO;
        while (passed.compareTo(Sessions.ABSOLUTE.minus(step)) < 0) {
            clock.pass(step);
            passed = passed.plus(step);
            assertTrue(sessions.find(token).isPresent(), passed.toString());
        }
        clock.pass(step);
        clock.pass(Duration.ofMinutes(1));

        assertTrue(sessions.find(token).isEmpty());
    }

    @Test
    void anIdleSessionEnds() {
        String token = sessions.begin("a");
        clock.pass(Sessions.IDLE);
        assertTrue(sessions.find(token).isPresent());
        clock.pass(Sessions.IDLE.plusSeconds(1));
        assertTrue(sessions.find(token).isEmpty());
        assertTrue(sessions.find(token).isEmpty());
    }

    @Test
    void sessionsAreToldApartAndEndAloneOrTogetherU10() {
        String one = sessions.begin("a");
        String two = sessions.begin("a");
        String other = sessions.begin("b");
        Sessions.Session first = sessions.find(one).orElseThrow();
        assertNotEquals(first.csrf(), sessions.find(two).orElseThrow().csrf());
        assertFalse(
                first.fits("") || first.fits(sessions.find(two).orElseThrow().csrf()));

        sessions.end(first);
        assertTrue(sessions.find(one).isEmpty());
        assertTrue(sessions.find(two).isPresent());
        sessions.endAll("a");

        assertTrue(sessions.find(two).isEmpty());
        assertTrue(sessions.find(other).isPresent());
        assertTrue(sessions.find("made up").isEmpty());
    }

    @Test
    void beyondTheLimitWhoeverWasStillLongestIsOut() {
        String first = sessions.begin("a");
        String second = sessions.begin("a");
        sessions.find(first);
        for (int i = 0; i < Sessions.SESSIONS - 1; i++) {
            sessions.begin("b");
        }

        assertTrue(sessions.find(first).isPresent());
        assertTrue(sessions.find(second).isEmpty());
    }

    @Test
    void wrongPasswordsMakeOneWaitLongerAndLongerU09() {
        Duration before = Duration.ZERO;
        for (int i = 0; i < 100; i++) {
            Duration left = attempts.left("zavuch", "127.0.0.1");
            assertEquals(i < Attempts.FREE, left.isZero(), "after " + i);
            assertTrue(left.compareTo(before) >= 0 && left.compareTo(Attempts.LONGEST) <= 0);
            before = left;
            attempts.failed("Zavuch ", "127.0.0.1");
        }
        assertEquals(Attempts.LONGEST, before);
        assertTrue(attempts.left("zavuch", "192.168.0.7").isZero());
        assertTrue(attempts.left("uchitel", "127.0.0.1").isZero());

        clock.pass(Attempts.LONGEST);
        assertTrue(attempts.left("zavuch", "127.0.0.1").isZero());
        attempts.failed("zavuch", "127.0.0.1");
        assertEquals(Attempts.LONGEST, attempts.left("zavuch", "127.0.0.1"));
        attempts.succeeded("zavuch", "127.0.0.1");
        assertTrue(attempts.left("zavuch", "127.0.0.1").isZero());
    }

    @Test
    void madeUpLoginsDoNotFillTheMemory() {
        for (int i = 0; i < 3 * Attempts.REMEMBERED; i++) {
            attempts.failed("login" + i, "127.0.0.1");
        }
        for (int i = 0; i < Attempts.FREE; i++) {
            attempts.failed("x".repeat(100_000), "127.0.0.1");
        }
        assertFalse(attempts.left("x".repeat(100_000), "127.0.0.1").isZero());
    }
}
