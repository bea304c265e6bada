// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;

/**
 * What this data directory remembers of its backups. Of this directory alone: a school that was put back has no backup yet.
 *
 * @param made the last one that worked
 * @param failed the last attempt, if it did not work
 */
public record LastBackup(Optional<Made> made, Optional<Failed> failed) {
    static final LastBackup NONE = new LastBackup(Optional.empty(), Optional.empty());

    private static final String FILE = "backup.last";
    private static final int LINES = 6;

    /**
     * A backup.
     *
     * @param bytes of its file
     * @param entries of all logs in it
     */
    public record Made(Instant at, String file, long bytes, long entries) {}

    /** Why there is none: name of a constant of {@link BackupRefused.Why}. */
    public record Failed(Instant at, String why) {}

    LastBackup with(Made newer) {
        return new LastBackup(Optional.of(newer), Optional.empty());
    }

    LastBackup with(Failed newer) {
        return new LastBackup(made, Optional.of(newer));
    }

    /** What cannot be read counts as none: then one is due. */
    public static LastBackup read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE));
            if (lines.size() != LINES) {
                return NONE;
            }
            Optional<Made> made = lines.get(0).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Made(
                            Instant.parse(lines.get(0)),
                            lines.get(1),
                            Long.parseLong(lines.get(2)),
                            Long.parseLong(lines.get(3))));
            Optional<Failed> failed = lines.get(4).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Failed(Instant.parse(lines.get(4)), lines.get(5)));
            return new LastBackup(made, failed);
        } catch (IOException | DateTimeException | NumberFormatException _) {
            return NONE;
        }
    }

    void write(Path data) throws IOException {
        List<String> lines = List.of(
                made.map(m -> m.at().toString()).orElse(""),
                made.map(Made::file).orElse(""),
                made.map(m -> Long.toString(m.bytes())).orElse(""),
                made.map(m -> Long.toString(m.entries())).orElse(""),
                failed.map(f -> f.at().toString()).orElse(""),
                failed.map(Failed::why).orElse(""));
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Durable.replace(data.resolve(FILE), text, OwnerOnly.fileAttributes(data));
    }
}
