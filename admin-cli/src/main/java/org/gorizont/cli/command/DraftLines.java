// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.protocol.wire.v1.AdminWire.DraftItem;
import org.gorizont.protocol.wire.v1.AdminWire.DraftState;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** Drafts in words: what, since when, in the words of its owner. */
final class DraftLines {
    private static final int TITLE = 60;

    private final Session session;
    private final Messages say;

    DraftLines(Session session) {
        this.session = session;
        this.say = session.messages();
    }

    /** What the status says of drafts; nothing without any. */
    List<String> of(StatusAnswer status) {
        List<String> lines = new ArrayList<>();
        if (status.getDraftsTotal() > 0) {
            lines.add("");
            lines.add(say.of(
                    "draft.title",
                    say.count("count.drafts", status.getDraftsTotal()),
                    say.count("count.records", status.getDraftsRecords())));
            status.getDraftsList().forEach(draft -> lines.add("- " + of(draft)));
            lines.add(say.of(status.getWritingRefused().isEmpty() ? "draft.now" : "draft.later"));
        }
        return lines;
    }

    /** One draft. */
    String of(DraftState draft) {
        if (draft.getDamaged()) {
            return say.of("draft.damaged", draft.getNumber());
        }
        String line = say.of(
                "draft.line",
                draft.getNumber(),
                session.moments().of(draft.getKeptAt()),
                say.count("count.records", draft.getRecords()),
                String.join("; ", draft.getFirstList().stream().map(this::of).toList()));
        return draft.getOvertaken() ? line + " " + say.of("draft.overtaken") : line;
    }

    private String of(DraftItem item) {
        String title = Safe.line(item.getTitle());
        String what = title.isEmpty() ? Ids.brief(item.getRecord()) : shortened(title);
        return say.of("draft.verb." + item.getVerb(), say.word("draft.kind", item.getKind()), what);
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE)) + "…";
    }
}
