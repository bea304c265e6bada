// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gorizont.node.storage.Durable;
import org.gorizont.protocol.model.SchoolId;

/** The backups of one school in a folder; what else lies there is nobody's business. */
record BackupFolder(Path folder, SchoolId school) {
    static final String SUFFIX = ".gzbackup";
    static final String UNFINISHED = ".unfinished";

    private static final int SHORT_ID = 8;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    void check() throws BackupRefused {
        if (!Files.isDirectory(folder)) {
            throw new BackupRefused(BackupRefused.Why.FOLDER_MISSING, folder);
        }
        if (!Files.isWritable(folder)) {
            throw new BackupRefused(BackupRefused.Why.FOLDER_CLOSED, folder);
        }
    }

    /** Where a backup of that moment goes, in UTC, so that names are in the order of time. */
    Path file(Instant madeAt) {
        return folder.resolve(prefix() + MOMENT.format(madeAt) + SUFFIX);
    }

    /** Removes what an interrupted attempt has left. */
    void clear() throws IOException {
        for (Path file : files(SUFFIX + UNFINISHED)) {
            Files.deleteIfExists(file);
        }
    }

    /** Removes all but the newest. */
    void keep(int newest) throws IOException {
        List<Path> all = files(SUFFIX);
        for (Path file : all.subList(0, Math.max(0, all.size() - newest))) {
            Files.deleteIfExists(file);
            Durable.syncParent(file);
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> String.valueOf(file.getFileName())
                            .matches("\\Q" + prefix() + "\\E[0-9]{8}-[0-9]{6}\\Q" + ending + "\\E"))
                    .sorted()
                    .toList();
        }
    }

    private String prefix() {
        return "gorizont-" + school.toString().substring(0, SHORT_ID) + "-";
    }
}
