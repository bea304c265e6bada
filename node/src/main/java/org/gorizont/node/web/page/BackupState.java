// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the school would come back from a backup.
 *
 * @param hasFolder whether a folder for backups is set, so that one is made each night
 * @param made when the last one was made
 * @param failed whether the last attempt after that went wrong
 */
public record BackupState(boolean hasFolder, Optional<Instant> made, boolean failed) {
    /** A backup that is older is overdue: a weekend without the computer is none. */
    public static final Duration OVERDUE = Duration.ofDays(4);

    public boolean isOverdue(Instant now) {
        return made.map(at -> at.plus(OVERDUE).isBefore(now)).orElse(true);
    }
}
