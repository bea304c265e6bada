// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.protocol.core.BundleTally.What;
import org.gorizont.protocol.wire.v1.AdminWire.BundleCount;
import org.gorizont.protocol.wire.v1.AdminWire.MissingBefore;

/**
 * What became of an import, for programs and people.
 *
 * @param counts by the names of {@link What}; what is 0 is left out
 * @param logs that have grown
 */
record ImportView(List<FileView> files, Map<String, Long> counts, long logs, List<SchoolMissing> missing) {
    /** One file; {@code flaw} is empty when it was read to its end. */
    record FileView(String file, int part, boolean complete, boolean more, String flaw) {}

    /** A school of which an earlier bundle is needed. */
    record SchoolMissing(String school, String name) {}

    static ImportView of(List<BundleImportCommand.ImportedFile> files) {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, SchoolMissing> missing = new TreeMap<>();
        List<FileView> views = new ArrayList<>();
        long logs = 0;
        for (var file : files) {
            var answer = file.answer();
            for (BundleCount count : answer.getCountsList()) {
                counts.merge(count.getWhat(), count.getCount(), Long::sum);
            }
            for (MissingBefore school : answer.getMissingList()) {
                String id = Ids.hex(school.getSchool());
                missing.put(id, new SchoolMissing(id, school.getName()));
            }
            logs += answer.getLogs();
            views.add(new FileView(
                    file.file().toString(),
                    answer.getPart(),
                    answer.getComplete(),
                    answer.getMore(),
                    answer.getFlaw()));
        }
        return new ImportView(views, counts, logs, List.copyOf(missing.values()));
    }

    List<String> lines(Messages say) {
        List<String> lines = new ArrayList<>();
        lines.add(say.of("bundle.imported", count(What.NEW), count(What.KNOWN), logs, count(What.RECEIPTS)));
        for (What what : What.values()) {
            String key = "bundle.imported." + what;
            if (count(what) > 0 && say.has(key)) {
                lines.add(say.of(key, count(what)));
            }
        }
        for (SchoolMissing school : missing) {
            String name = school.name().isEmpty() ? school.school() : Safe.line(school.name());
            lines.add(say.of("bundle.imported.missing", name));
        }
        return lines;
    }

    private long count(What what) {
        return counts.getOrDefault(what.name(), 0L);
    }
}
