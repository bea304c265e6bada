// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.gorizont.node.runtime.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup each night, or as soon as the computer is on again; on a thread of its own. After a failure it waits an hour.
 */
public final class NightlyBackups implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackups.class);
    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final Backups backups;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Rounds rounds;

    private NightlyBackups(Backups backups, InstantSource clock, ZoneId zone) {
        this.backups = backups;
        this.clock = clock;
        this.zone = zone;
        this.rounds = Rounds.of("backup", this::run);
    }

    /** Begins; does nothing while no folder is set. The first look is some minutes after the start. */
    public static NightlyBackups start(Backups backups, InstantSource clock, ZoneId zone) {
        NightlyBackups nightly = new NightlyBackups(backups, clock, zone);
        nightly.rounds.start();
        return nightly;
    }

    /**
     * Whether one should be made: none was since the hour has come last. A last one of tomorrow was made under a wrong clock.
     *
     * @param hour of the day
     */
    static boolean isDue(ZonedDateTime now, Optional<Instant> last, int hour) {
        ZonedDateTime today = now.toLocalDate().atTime(hour, 0).atZone(now.getZone());
        ZonedDateTime latest = today.isAfter(now)
                ? now.toLocalDate().minusDays(1).atTime(hour, 0).atZone(now.getZone())
                : today;
        return last.isEmpty()
                || last.get().isBefore(latest.toInstant())
                || last.get().isAfter(now.toInstant().plus(Duration.ofHours(1)));
    }

    @Override
    public void close() {
        // A backup that is being made ends with the process: what it has written is under another name.
        rounds.cut();
    }

    private void run(Rounds at) throws InterruptedException {
        Duration wait = LOOK;
        while (at.pause(wait)) {
            Optional<Instant> made = backups.last().made().map(LastBackup.Made::at);
            boolean due = backups.config().folder().isPresent()
                    && isDue(
                            clock.instant().atZone(zone), made, backups.config().hour());
            wait = due && !make() ? AFTER_FAILURE : LOOK;
        }
    }

    private boolean make() throws InterruptedException {
        try {
            LastBackup.Made made = backups.make(Optional.empty(), (_, _) -> {});
            LOG.info("backup made, {} entries, {} bytes", made.entries(), made.bytes());
            return true;
        } catch (BackupRefused e) {
            LOG.warn("no backup was made ({}), next attempt in {} min", e.why(), AFTER_FAILURE.toMinutes());
            return false;
        }
    }
}
