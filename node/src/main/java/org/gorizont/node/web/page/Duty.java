// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.Optional;

/**
 * Something that waits for whoever reads.
 *
 * @param count of what waits; 1 where nothing is counted
 * @param about the name of a network, or a moment in words; may be empty
 * @param link where it is done, or where it says how
 */
public record Duty(What what, long count, String about, String link) {
    /** What may wait, the most urgent first. */
    public enum What {
        STOPPED_BY_FORK(true),
        STOPPED_BY_HIGHER_HEAD(true),
        KEYS_CHANGED(true),
        STORE_READ_ONLY(true),
        BACKUP_FAILED(true),
        BACKUP_NEVER(true),
        BACKUP_OVERDUE(true),
        VOTES(false),
        DRAFTS_TO_PUBLISH(false),
        DRAFTS_REFUSED(false),
        DRAFTS_WRITTEN(false),
        JOINING(false),
        OTHERS_FORKED(false),
        CODES_WAITING(false),
        CODES_EXPIRED(false);

        private final boolean urgent;

        What(boolean urgent) {
            this.urgent = urgent;
        }

        /** Whether something may be lost meanwhile. */
        public boolean isUrgent() {
            return urgent;
        }
    }

    /** None if there is nothing. */
    public static Optional<Duty> some(What what, long count, String link) {
        return count == 0 ? Optional.empty() : Optional.of(new Duty(what, count, "", link));
    }
}
