// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.accounts.Deed;
import org.gorizont.node.accounts.People;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.Form;
import org.gorizont.node.desk.FormField;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.SheetPage;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.Card;

/** Reading drafts, and what is asked about them. */
final class DeskDraft {
    private DeskDraft() {}

    /** The draft of the address; for whoever may not see it there is none (U11). */
    static Sheet asked(Context context, Desk desk) throws IOException {
        return desk.find(context.pathParam("sheet"))
                .filter(sheet -> DeskRights.sees(Door.who(context), sheet.brief()))
                .orElseThrow(NotFoundResponse::new);
    }

    static FormKind kind(Context context) {
        return FormKind.of(context.pathParam("kind"))
                .filter(kind -> !kind.isAboutAnother() && DeskRights.mayWrite(Door.who(context), kind))
                .orElseThrow(NotFoundResponse::new);
    }

    static String author(Context context) {
        return Door.who(context).entered().orElseThrow().account().id();
    }

    static int revision(Context context) {
        String typed = typed(context, "revision");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }

    static String typed(Context context, String field) {
        return Optional.ofNullable(context.formParam(field)).orElse("");
    }

    /** What was typed in the form, in its order; what was not sent is empty, as a browser leaves out what is not ticked. */
    static Map<String, String> fields(Context context, Form form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            fields.put(
                    field.name(),
                    String.join("\n", context.formParams("f." + field.name())).replace("\r\n", "\n"));
        }
        return fields;
    }

    static Optional<Card> base(Sheet sheet) {
        return sheet.base()
                .flatMap(content -> RecordCodec.decode(sheet.kind().kind(), content) instanceof Reading.Read(Card card)
                        ? Optional.of(card)
                        : Optional.empty());
    }

    static Form.Filling filled(Sheet sheet) {
        return Forms.of(sheet.kind()).filled(sheet.fields(), base(sheet));
    }

    /** Says that a draft is not on disk, and why. */
    static void notSaved(Site site, Context context, Saving.Obstacle why) {
        context.status(HttpStatus.INSUFFICIENT_STORAGE);
        Frame frame = site.frame(context, Frame.Tab.DESK, "desk.not-saved");
        site.show(context, "desk/notsaved", new SheetPage.NotSaved(frame, why));
    }

    /** Who has written a draft; those that the command has put on the desk have no author. */
    static String name(People people, String account) {
        return account.isEmpty()
                ? Deed.COMMAND
                : people.accounts().find(account).map(found -> found.name()).orElse("");
    }
}
