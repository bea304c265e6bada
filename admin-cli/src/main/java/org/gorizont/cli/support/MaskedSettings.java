// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of a node with numbers and switches as they stand; of everything else only that it is set. No comments. */
final class MaskedSettings {
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern TABLE =
            Pattern.compile("^\\s*\\[(peers|web|web\\.lan|store|traffic|backup)]\\s*(?:#.*)?$");
    private static final Pattern SETTING = Pattern.compile("^\\s*([a-z_]{2,30})\\s*=\\s*(.*)$");
    private static final Pattern HARMLESS = Pattern.compile("^(true|false|\\d{1,10})\\s*(?:#.*)?$");

    /** Of this program; another one may be anything that somebody has typed. */
    static final Set<String> KEYS = Set.of(
            "host",
            "port",
            "endpoints",
            "proxy",
            "relay",
            "push",
            "nearby",
            "allow_loopback_addresses",
            "enabled",
            "names",
            "certificate",
            "key",
            "budget_mib",
            "school_mib",
            "ballast_mib",
            "from_hour",
            "to_hour",
            "mib_per_hour",
            "zone",
            "folder",
            "hour",
            "keep");

    private MaskedSettings() {}

    /** Nothing if there is no such file, or if it is none of this program. */
    static List<String> of(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            return List.of();
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .flatMap(MaskedSettings::line)
                .toList();
    }

    private static Stream<String> line(String line) {
        Matcher table = TABLE.matcher(line);
        if (table.matches()) {
            return Stream.of("[" + table.group(1) + "]");
        }
        Matcher setting = SETTING.matcher(line);
        if (!setting.matches() || !KEYS.contains(setting.group(1))) {
            return Stream.empty();
        }
        Matcher harmless = HARMLESS.matcher(setting.group(2).strip());
        return Stream.of(setting.group(1) + " = " + (harmless.matches() ? harmless.group(1) : "<set>"));
    }
}
