// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Map;

/** Pages as HTML. Templates were compiled with the program; everything they print is escaped where it stands. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String assets;

    /** @param assets version of the static files */
    Templates(String assets) {
        this.assets = assets;
    }

    /** Answers with a page; a browser asks again each time, since what is known changes by the minute. */
    void show(Context context, String template, Object page) {
        StringOutput html = new StringOutput();
        engine.render(template + ".jte", Map.of("page", page, "assets", assets), html);
        context.header(Header.CACHE_CONTROL, "no-store");
        context.html(html.toString());
    }
}
