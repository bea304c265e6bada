// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.exporting.Export;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** What a person is told of an export: where it is, what is in it, what is not. */
final class ExportLines {
    private final Messages say;

    ExportLines(Messages say) {
        this.say = say;
    }

    List<String> of(Export.Written written, StatusAnswer status) {
        Export.Counts records = written.records();
        List<String> lines = new ArrayList<>();
        lines.add(say.of("export.done", Safe.line(written.folder().toString())));
        lines.add(say.of("export.counts", records.practices(), records.resources(), records.availability()));
        if (records.other() > 0) {
            lines.add(say.of("export.other", records.other()));
        }
        if (status.getDraftsTotal() > 0) {
            lines.add(say.of("export.drafts", status.getDraftsTotal()));
        }
        if (status.getWritingRefused().equals("RECOVERING")) {
            lines.add(say.of("export.recovering"));
        }
        return lines;
    }
}
