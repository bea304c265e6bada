// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The last lines of what a node has noted, without what might name somebody. */
final class LogTail {
    static final int LINES = 500;
    private static final int BYTES = 256 * 1024;
    /** Moment, level and who says it: of the program, and left as they stand. */
    private static final Pattern HEAD =
            Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [A-Z]+ \\w+: )(.*)$");

    private final Redaction redaction;

    LogTail(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Nothing if there is no such file. */
    List<String> of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        byte[] end;
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - BYTES);
            log.seek(from);
            end = new byte[(int) (log.length() - from)];
            log.readFully(end);
        }
        List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
        // The first one may have lost its beginning.
        Stream<String> whole = end.length == BYTES ? lines.stream().skip(1) : lines.stream();
        List<String> safe = whole.map(this::redacted).toList();
        return safe.subList(Math.max(0, safe.size() - LINES), safe.size());
    }

    private String redacted(String line) {
        Matcher head = HEAD.matcher(line);
        return head.matches() ? head.group(1) + redaction.of(head.group(2)) : redaction.of(line);
    }
}
