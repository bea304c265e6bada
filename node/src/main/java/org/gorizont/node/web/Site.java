// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import java.util.function.Supplier;
import org.gorizont.node.accounts.People;
import org.gorizont.node.web.page.Frame;
import org.gorizont.protocol.core.ReplicaStatus;

/** What every family of pages works with: who may enter, what is noted of them, and how a page is made. */
record Site(People people, Notes notes, Reader reader, Templates templates, Supplier<ReplicaStatus> status) {
    /** What stands around a page. */
    Frame frame(Context context, Frame.Tab tab, String titleKey) {
        return reader.frame(context, status.get(), tab, titleKey);
    }

    void show(Context context, String template, Object page) {
        templates.show(context, template, page);
    }
}
