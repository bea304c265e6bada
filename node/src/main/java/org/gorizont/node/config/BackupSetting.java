// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.storage.Durable;

/** Sets the folder of backups in the file of settings; every other line of it stays as people wrote it. */
public final class BackupSetting {
    private static final String SECTION = "[backup]";

    private BackupSetting() {}

    /**
     * Writes the folder into {@code gorizont.toml}; the next start goes by it.
     *
     * @param folder a whole path
     * @throws IOException if the file cannot be written, or would not say what it should; it is untouched then
     */
    public static void write(Path dataDirectory, Path folder) throws IOException {
        Path file = dataDirectory.resolve(NodeConfig.FILE);
        String before = Files.exists(file) ? Files.readString(file) : ConfigText.of(NodeConfig.DEFAULTS);
        String after = changed(before, folder);
        try {
            if (!NodeConfig.parse(file.toString(), after).backup().folder().equals(Optional.of(folder))) {
                throw new IOException("the settings do not take the folder " + folder);
            }
        } catch (ConfigRefused e) {
            throw new IOException(e);
        }
        Durable.replace(file, after.getBytes(StandardCharsets.UTF_8));
    }

    static String changed(String settings, Path folder) {
        String line = "folder = " + quoted(folder);
        List<String> lines = new ArrayList<>(settings.lines().toList());
        int section = find(lines, 0, lines.size(), "\\s*\\[backup]\\s*(#.*)?");
        if (section < 0) {
            lines.addAll(List.of("", SECTION, line));
            return text(lines);
        }
        int next = find(lines, section + 1, lines.size(), "\\s*\\[.*");
        int end = next < 0 ? lines.size() : next;
        int set = find(lines, section + 1, end, "\\s*folder\\s*=.*");
        int place = set >= 0 ? set : find(lines, section + 1, end, "\\s*#\\s*folder\\s*=.*");
        if (place >= 0) {
            lines.set(place, line);
        } else {
            lines.add(section + 1, line);
        }
        return text(lines);
    }

    private static int find(List<String> lines, int from, int to, String pattern) {
        for (int i = from; i < to; i++) {
            if (lines.get(i).matches(pattern)) {
                return i;
            }
        }
        return -1;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** In single quotes nothing has to be escaped, and nothing can be. */
    private static String quoted(Path folder) {
        String path = folder.toString();
        return path.contains("'") ? "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : "'" + path + "'";
    }
}
