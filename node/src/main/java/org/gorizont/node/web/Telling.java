// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.Notice;
import org.gorizont.node.accounts.Notices;
import org.gorizont.node.accounts.People;
import org.gorizont.node.desk.Sheet;
import org.gorizont.protocol.model.RecordId;

/** Tells people what whoever asks has done to things of theirs. Nobody is told what they have done themselves. */
record Telling(People people) {
    void account(Context context, Account account, Notice.Event event) throws IOException {
        tell(context, account.id(), event);
    }

    /**
     * A draft was published: its author hears of it, and whoever else wrote the record before. When a thing is free changes
     * from week to week, so of that only the author hears.
     */
    void published(Context context, Sheet sheet) throws IOException {
        Notices notices = people.notices();
        Notice.Work work = new Notice.Work(sheet.kind().code(), sheet.record().toString(), sheet.title());
        List<String> earlierAuthors =
                sheet.kind().isAboutAnother() ? List.of() : List.copyOf(notices.authors(work.record()));
        for (String earlier : earlierAuthors) {
            if (!earlier.equals(sheet.author())) {
                tell(context, earlier, new Notice.Event.Changed(work));
            }
        }
        // What the command has put on the desk is nobody's.
        if (!sheet.author().isEmpty()) {
            tell(context, sheet.author(), new Notice.Event.Published(work));
            if (!sheet.kind().isAboutAnother()) {
                notices.wrote(sheet.author(), work);
            }
        }
    }

    /** A record is taken back: others who wrote it see that by themselves. */
    void withdrew(Context context, RecordId record) throws IOException {
        people.notices().forget(DeskDraft.author(context), record.toString());
    }

    private void tell(Context context, String account, Notice.Event event) throws IOException {
        String by = DeskDraft.author(context);
        if (!by.equals(account)) {
            people.notices().tell(account, by, event);
        }
    }
}
