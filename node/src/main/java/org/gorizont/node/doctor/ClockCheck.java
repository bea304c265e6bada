// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be known of the clock without asking anybody: that it is behind. A clock that is ahead looks like one that is
 * right, since what others wrote was written before.
 */
final class ClockCheck {
    /** Before the first version of this program. */
    static final Instant MADE = Instant.parse("2026-09-01T00:00:00Z");
    /** A difference that clocks of one district have without harm. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final List<String> WRITTEN =
            List.of("lineage.token", "node.log", "log/gorizont.log", "store/CURRENT", "backup.last");

    private final Instant now;

    ClockCheck(Instant now) {
        this.now = now;
    }

    List<Finding> of(Path data) {
        return of(data, Optional.empty());
    }

    /** @param claimed the latest moment that a neighbour has stated */
    List<Finding> of(Path data, Optional<Instant> claimed) {
        List<Finding> findings = new ArrayList<>();
        if (now.isBefore(MADE)) {
            findings.add(Finding.of(Diagnosis.CLOCK_LONG_AGO, now));
        }
        behind(latestWrite(data)).ifPresent(minutes -> findings.add(Finding.of(Diagnosis.CLOCK_BEHIND_FILES, minutes)));
        behind(claimed).ifPresent(minutes -> findings.add(Finding.of(Diagnosis.CLOCK_BEHIND_PEERS, minutes)));
        return findings.isEmpty() ? List.of(Finding.of(Diagnosis.CLOCK_FINE)) : findings;
    }

    private Optional<Long> behind(Optional<Instant> moment) {
        return moment.map(then -> Duration.between(now, then))
                .filter(ahead -> ahead.compareTo(TOLERANCE) > 0)
                .map(Duration::toMinutes);
    }

    private static Optional<Instant> latestWrite(Path data) {
        return WRITTEN.stream()
                .map(data::resolve)
                .flatMap(file -> writtenAt(file).stream())
                .max(Instant::compareTo);
    }

    private static Optional<Instant> writtenAt(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
