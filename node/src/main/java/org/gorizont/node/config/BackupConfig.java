// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Backups that the node makes by itself.
 *
 * @param folder where to; empty: none are made by themselves
 * @param hour of the day from which on one is due
 * @param keep how many of the newest stay
 */
public record BackupConfig(Optional<Path> folder, int hour, int keep) {
    public static final BackupConfig DEFAULTS = new BackupConfig(Optional.empty(), 3, 7);

    private static final int LAST_HOUR = 23;
    private static final int MOST_KEPT = 1_000;

    static BackupConfig read(Section section) {
        return new BackupConfig(
                section.folder("folder"),
                section.number("hour", DEFAULTS.hour, 0, LAST_HOUR),
                section.number("keep", DEFAULTS.keep, 1, MOST_KEPT));
    }
}
