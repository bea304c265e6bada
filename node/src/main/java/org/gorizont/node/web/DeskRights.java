// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.drafting.FormRights;
import org.gorizont.node.web.page.Who;

/** Who may do what with a draft. */
final class DeskRights {
    private DeskRights() {}

    static boolean mayWrite(Who who, FormKind kind) {
        return who.may(FormRights.writing(kind));
    }

    static boolean mayPublish(Who who, FormKind kind) {
        return who.may(FormRights.publishing(kind));
    }

    /** Its author, while the author may write such things; and whoever publishes such things, once it is offered. */
    static boolean sees(Who who, Sheet.Brief sheet) {
        return isAuthor(who, sheet) && mayWrite(who, sheet.kind())
                || sheet.state() == Sheet.State.OFFERED && mayPublish(who, sheet.kind());
    }

    static boolean isAuthor(Who who, Sheet.Brief sheet) {
        return who.entered()
                .filter(entered -> entered.account().id().equals(sheet.author()))
                .isPresent();
    }
}
