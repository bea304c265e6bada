// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.History;
import org.gorizont.node.web.page.Who;

/** Puts what people do on the pages into the history. What cannot be noted is not done. */
final class Notes {
    private final History history;

    Notes(History history) {
        this.history = history;
    }

    /** What whoever asks did, or was refused. */
    void note(Context context, String what, String object, boolean done) {
        note(context, what, object, "", "", done);
    }

    void note(Context context, String what, String object, String before, String after, boolean done) {
        Who who = Door.who(context);
        write(
                new History.Act(
                        who.entered().map(entered -> entered.account().id()).orElse(""),
                        who.entered().map(entered -> entered.account().login()).orElse(""),
                        who.entered().map(entered -> entered.session().name()).orElse(""),
                        what,
                        object),
                before,
                after,
                done);
    }

    /** What somebody did who is only entering. */
    void noteEntering(Account account, String what, boolean done) {
        write(new History.Act(account.id(), account.login(), "", what, account.login()), "", "", done);
    }

    private void write(History.Act act, String before, String after, boolean done) {
        try {
            history.note(act, before, after, done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
