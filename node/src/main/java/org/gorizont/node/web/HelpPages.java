// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.gorizont.node.web.help.Guide;
import org.gorizont.node.web.help.Guides;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.HelpPage;

/** The guides. Open to everybody: they come with the program, and whoever cannot enter needs them most. */
final class HelpPages {
    private final Reader reader;
    private final Templates templates;
    private final Guides guides = new Guides();

    HelpPages(Reader reader, Templates templates) {
        this.reader = reader;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(
                Route.open(Route.Method.GET, Guides.HELP, context -> context.redirect(Guides.Name.GUIDE.address())),
                Route.open(Route.Method.GET, Guides.HELP + "/{guide}", this::guide));
    }

    private void guide(Context context) {
        Guides.Name name = Guides.Name.of(context.pathParam("guide")).orElseThrow(NotFoundResponse::new);
        Frame frame = reader.frameWithoutStatus(context, Frame.Tab.HELP, "help.title");
        Guide guide = guides.in(frame.words().language(), name);
        templates.show(context, "help", new HelpPage(frame, name, guide));
    }
}
