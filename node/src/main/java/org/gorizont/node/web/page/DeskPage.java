// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Optional;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Sheet;

/**
 * «Мой стол»: one's own drafts, and those that were offered to whoever publishes.
 *
 * @param kinds of which whoever reads may begin a draft
 * @param gone what was thrown away a moment ago
 * @param ready how many whoever reads can publish
 * @param said what was done a moment ago, in words
 */
public record DeskPage(
        Frame frame,
        List<Line> lines,
        List<FormKind> kinds,
        Optional<Sheet.Brief> gone,
        long ready,
        Optional<String> said) {
    public DeskPage {
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }

    /**
     * A draft.
     *
     * @param author name of somebody else who has written it; empty for one's own
     * @param changes whether it changes a record that stands
     */
    public record Line(Sheet.Brief sheet, String author, boolean changes) {
        @Override
        public String toString() {
            return "line (LOCAL)";
        }
    }

    public String title(Sheet.Brief sheet) {
        return sheet.title().isEmpty() ? frame.say("form." + sheet.kind().code() + ".untitled") : sheet.title();
    }

    public String kind(Sheet.Brief sheet) {
        return frame.say("form." + sheet.kind().code());
    }

    public String state(Line line) {
        return frame.say("desk.state." + line.sheet.state());
    }

    public String begin(FormKind kind) {
        return frame.say("desk.new." + kind.code());
    }

    public String publish() {
        return frame.words().count("desk.publish", ready);
    }
}
