// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Table;
import org.gorizont.protocol.wire.v1.AdminWire.RecordView;

/** Records as rows: title, school, as of when, identity. */
final class RecordLines {
    private final Session session;

    RecordLines(Session session) {
        this.session = session;
    }

    List<String> of(List<RecordView> records) {
        Messages say = session.messages();
        Table table = new Table()
                .row(say.of("records.title"), say.of("records.school"), say.of("records.as-of"), say.of("records.id"));
        records.forEach(view ->
                table.row(title(view), school(view), session.moments().of(view.getAsOf()), Ids.hex(view.getRecord())));
        return table.lines();
    }

    String title(RecordView view) {
        String title = Cards.title(view);
        String shown = title.isEmpty() ? session.messages().word("presence", view.getPresence()) : title;
        return Cards.sample(view) ? shown + " (" + session.messages().of("sample") + ")" : shown;
    }

    String school(RecordView view) {
        return view.getSchoolName().isEmpty() ? Ids.brief(view.getSchool()) : view.getSchoolName();
    }
}
