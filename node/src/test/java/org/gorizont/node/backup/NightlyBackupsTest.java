// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NightlyBackupsTest {
    private static final ZonedDateTime TEN = ZonedDateTime.of(2026, 3, 12, 10, 0, 0, 0, ZoneId.of("Asia/Novokuznetsk"));

    @Test
    void oneIsDueEachNightAndMadeUpInTheMorning() {
        assertTrue(NightlyBackups.isDue(TEN, Optional.empty(), 3));
        assertTrue(isDue(TEN, TEN.minusDays(1)));
        assertTrue(isDue(TEN, TEN.withHour(2)));
        assertFalse(isDue(TEN, TEN.withHour(3)));
        assertFalse(isDue(TEN, TEN.minusMinutes(1)));
        assertFalse(isDue(TEN.withHour(2), TEN.minusDays(1)));
        assertTrue(isDue(TEN.withHour(2), TEN.minusDays(1).withHour(2)));
    }

    /** S12: a clock that was wrong does not put the next backup off for years. */
    @Test
    void s12ABackupOfAFutureCountsAsNone() {
        assertTrue(isDue(TEN, TEN.plusYears(10)));
        assertFalse(isDue(TEN, TEN.plusMinutes(30)));
    }

    private static boolean isDue(ZonedDateTime now, ZonedDateTime last) {
        return NightlyBackups.isDue(now, Optional.of(last.toInstant()), 3);
    }
}
